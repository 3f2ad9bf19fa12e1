// Sets the theme chosen earlier before the first paint. Without a choice the page follows the system.
(function () {
  try {
    var theme = localStorage.getItem("atlas.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch (e) {
    // Storage throws in sandboxed frames: there is no choice then.
  }
})();
