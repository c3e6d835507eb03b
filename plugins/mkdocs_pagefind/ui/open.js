// Stands on every page: gives it a control and keys, and loads the search itself when it is first opened.
(() => {
  const source = document.currentScript.src;
  const label = "__LABEL__";
  const control = () => document.querySelector("[data-pagefind-open]");
  let search;

  const open = async () => {
    search ??= import(new URL("dialog.js", source));
    try {
      (await search).open(control);
    } catch (error) {
      // A later try may succeed; meanwhile a link still leads to its own page.
      search = undefined;
      console.error(error);
      const href = control()?.href;
      if (href) location.assign(href);
    }
  };

  const addControl = () => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.pagefindOpen = "";
    const header = document.querySelector(".md-header__inner");
    if (header) {
      button.className = "md-header__button md-icon";
      button.ariaLabel = button.title = label;
      const name = "http://www.w3.org/2000/svg";
      const icon = document.createElementNS(name, "svg");
      icon.setAttribute("viewBox", "0 0 24 24");
      icon.ariaHidden = "true";
      const path = icon.appendChild(document.createElementNS(name, "path"));
      path.setAttribute("d", "M10 3a7 7 0 1 0 4 12.7l5.3 5.3 1.7-1.7-5.3-5.3A7 7 0 0 0 10 3m0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10");
      button.append(icon);
      header.insertBefore(button, header.querySelector(":scope > .md-header__source"));
    } else {
      button.textContent = label;
      const place = document.createElement("div");
      place.setAttribute("role", "search");
      place.append(button);
      // The theme "readthedocs" lays its side bar over the page.
      const side = document.querySelector(".wy-side-nav-search");
      if (side) side.append(place);
      else document.body.prepend(place);
    }
  };

  const start = () => {
    if (!control()) addControl();
    control().setAttribute("aria-haspopup", "dialog");
    control().setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
    restore();
  };
  // An address that holds a search opens it, also when the reader comes back to it.
  const restore = () => {
    const given = new URLSearchParams(location.search);
    if (given.has("q") || given.has("f")) open();
  };

  addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (event.target.closest?.("[data-pagefind-open]")) {
      event.preventDefault();
      open();
    }
  });
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    const asked = event.ctrlKey || event.metaKey ? key.toLowerCase() === "k" && !event.altKey && !event.shiftKey : key === "/" && !event.altKey;
    if (!asked || event.defaultPrevented || target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
    event.preventDefault();
    open();
  });
  addEventListener("popstate", restore);
  addEventListener("pageshow", (event) => event.persisted && restore());
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
