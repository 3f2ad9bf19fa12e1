// What must be known before the first paint: the theme chosen earlier, and whether the address asks for another page than the
// start page that the document holds. Without a choice the theme follows the system. And what boot.js cannot say: that it is not there.
// Until the program has come, what a reader presses on the start page answers here: it is done where no program is needed, else
// said to be on its way, and the program finds it in the address, in the fields, or pressed once more.
(function () {
  var root = document.documentElement, pressed = [];
  if (location.hash.length > 2) root.dataset.elsewhere = "";
  root.dataset.starting = "";
  try {
    var theme = localStorage.getItem("atlas.theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch (e) {
    // Storage throws in sandboxed frames: there is no choice then.
  }
  addEventListener("error", function (event) {
    if (!event.target.dataset || !event.target.dataset.wasm) return;
    document.querySelector(".elsewhere").hidden = true;
    document.getElementById("cannot").hidden = false;
    delete root.dataset.starting;
  }, true);

  function all(selector, within) {
    return [].slice.call((within || document).querySelectorAll(selector));
  }
  function early(kind, act) {
    addEventListener(kind, function (event) {
      if (!root.dataset.ready && event.target.closest && event.target.closest("#app")) act(event, event.target);
    }, true);
  }
  function say(what, element) {
    var trouble = document.getElementById("trouble");
    if (!trouble.hidden) return trouble.focus();
    element.setAttribute("aria-busy", "true");
    document.querySelector("#coming p").textContent = what + " The atlas is still loading.";
  }
  function words(element) {
    var text = (element.getAttribute("aria-label") || element.textContent).trim().replace(/\s+/g, " ");
    return "\u201c" + (text.length > 60 ? text.slice(0, 60) + "\u2026" : text) + "\u201d";
  }
  function choose(button) {
    var group = all("button", button.parentNode), theme = ["", "light", "dark"][group.indexOf(button)];
    group.forEach(function (other) { other.setAttribute("aria-pressed", String(other === button)); });
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    try {
      if (theme) localStorage.setItem("atlas.theme", theme);
      else localStorage.removeItem("atlas.theme");
    } catch (e) {
      // It lasts as long as the page.
    }
  }
  early("click", function (event, target) {
    var link = target.closest("a[href^='#/']"), button = target.closest("button");
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link) say("Opening " + words(link) + ".", link);
    else if (button && button.closest(".footer .seg")) choose(button);
    else if (button) {
      pressed.push([all("#app button").indexOf(button), location.hash]);
      say(words(button) + " comes next.", button);
    }
  });
  early("input", function (event, target) {
    if (target.id === "search") say("Results come next.", target);
  });
  early("keydown", function (event, target) {
    if (target.id !== "search" || event.key !== "Enter" || event.isComposing || !target.value.trim()) return;
    location.hash = "#/search?q=" + encodeURIComponent(target.value.trim());
    say("Looking for " + "\u201c" + target.value.trim() + "\u201d.", target);
  });
  early("change", function (event, target) {
    if (!target.closest("#as-of-panel")) return;
    var dates = all("#as-of-panel fieldset").map(function (field, n) {
      var lists = all("select", field), year = lists[0].value, month = lists[1].value;
      if (month && !year) year = lists[0].options[lists[0].length - 1].value;
      return year && ["as-of=", "vs="][n] + year + (month && "-" + month);
    });
    location.hash = "#/" + (dates.join("") && "?") + dates.filter(Boolean).join("&");
    say("The date is set.", target);
  });
  new MutationObserver(function (changes, observer) {
    if (!root.dataset.ready) return;
    observer.disconnect();
    setTimeout(function () {
      pressed.forEach(function (press) {
        var button = press[1] === location.hash && all("#app button")[press[0]];
        if (button) button.click();
      });
    }, 50);
  }).observe(root, { attributes: true });
})();
