// Is on every page: adds a control and keys, and loads the search itself when it is first opened.
(() => {
  const source = document.currentScript.src;
  const label = "__LABEL__";
  const control = () => document.querySelector("[data-pagefind-open]");
  let search;

  const open = async (event) => {
    event?.preventDefault();
    try {
      (await (search ??= import(new URL("dialog.js", source)))).open(control);
    } catch (error) {
      // A later try may succeed; meanwhile a link still leads to its own page.
      search = 0;
      console.error(error);
      if (control().href) location = control().href;
    }
  };
  // An address with a search opens it, also when the reader comes back to it.
  const restore = () => /[?&][qf]=/.test(location.search) && open();

  const addControl = () => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.pagefindOpen = "";
    const header = document.querySelector(".md-header__inner");
    if (header) {
      button.className = "md-header__button md-icon";
      button.ariaLabel = button.title = label;
      // The only HTML parsed here is this picture of a magnifying glass.
      button.innerHTML = '<svg viewBox="0 0 24 24"><path d="M10 3a7 7 0 1 0 4 12.7l5.3 5.3 1.7-1.7-5.3-5.3A7 7 0 0 0 10 3m0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10"/></svg>';
      header.insertBefore(button, header.querySelector(":scope > .md-header__source"));
    } else {
      // The theme "readthedocs" puts its side bar over the page.
      const place = document.createElement("div");
      place.role = "search";
      button.append(label);
      place.append(button);
      (document.querySelector(".wy-side-nav-search") ?? document.body).prepend(place);
    }
  };

  const start = () => {
    if (!control()) addControl();
    control().ariaHasPopup = "dialog";
    restore();
  };

  addEventListener("click", (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    if (!(ctrlKey || metaKey || shiftKey) && target.closest("[data-pagefind-open]")) open(event);
  });
  addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const meant = ctrlKey || metaKey ? key === "k" : key === "/";
    if (meant && !altKey && !target.isContentEditable && !target.matches("input,textarea,select")) open(event);
  });
  addEventListener("popstate", restore);
  addEventListener("pageshow", (event) => event.persisted && restore());
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
