// What must be known before the first paint: the theme chosen earlier, and whether the address asks for another page than the
// start page that the document holds. Without a choice the theme follows the system. And what boot.js cannot say: that it is not there.
(function () {
  if (location.hash.length > 2) document.documentElement.dataset.elsewhere = "";
  try {
    var theme = localStorage.getItem("atlas.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch (e) {
    // Storage throws in sandboxed frames: there is no choice then.
  }
  addEventListener("error", function (event) {
    if (!event.target.dataset || !event.target.dataset.wasm) return;
    document.querySelector(".elsewhere").hidden = true;
    document.getElementById("cannot").hidden = false;
  }, true);
})();
