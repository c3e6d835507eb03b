// The panel of a preview that explains the page: what each name and date was read as, and why. The server of the
// preview adds it to each page and answers its questions. Texts are not trusted: all of them become text nodes.

const OPEN = "dossier-explain-open";
const PLACE = "dossier-explain";
const FILTERS = [
  ["All", () => true],
  ["Not linked", (entry) => entry.state === "unlinked"],
  ["Dates", (entry) => entry.kind === "date"],
];
const STATES = { linked: "Linked", mentioned: "Recognised, not a link here", unlinked: "Not linked" };
const NO_ANSWER = "The preview did not answer. Look at the terminal that it runs in.";
// How many letters around some words tell their place; a note's number or a removed comment may be among them.
const AROUND = [60, 24, 12, 5];
const LONGEST = 200;

const make = (tag, text = "", className = "") => {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
};

const makeButton = (text, act, className = "") => {
  const button = make("button", text, className);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
};

const aside = make("aside", "", "dossier-explain");
aside.setAttribute("aria-label", "Explanations");
const opener = makeButton("Explain", () => {
  open(selectedWords());
  closer.focus();
}, "dossier-explain-open");
const closer = makeButton("Close", () => close());
const panel = make("div", "", "dossier-explain-panel");
const heading = make("h2", "What was read, and why");
const head = make("div", "", "dossier-explain-head");
const file = make("p", "", "dossier-explain-file");
const status = make("p", "", "dossier-explain-status");
const filters = make("div", "", "dossier-explain-filters");
const list = make("div", "", "dossier-explain-list");

panel.id = "dossier-explain-panel";
panel.hidden = true;
opener.setAttribute("aria-expanded", "false");
opener.setAttribute("aria-controls", panel.id);
status.setAttribute("role", "status");
filters.setAttribute("role", "group");
filters.setAttribute("aria-label", "Show");
head.append(heading, closer, filters);
panel.append(head, file, status, list);
aside.append(opener, panel);

let entries = [];
let asked = { words: "", entries: [] };
let filter = FILTERS[0];
// Only the answer to the last question counts.
let question = 0;

const source = () => document.head.querySelector("meta[name=dossier-explain]")?.content ?? "";
const article = () => document.querySelector(".md-content__inner");

const selectedWords = () => {
  const selection = getSelection();
  const words = selection.toString().replace(/\s+/g, " ").trim();
  return words.length <= LONGEST && article()?.contains(selection.anchorNode) ? words : "";
};

const request = async (words) => {
  try {
    const answer = await fetch(`${location.pathname}?dossier-explain=${encodeURIComponent(words)}`);
    return await answer.json();
  } catch {
    return { entries: [], problem: NO_ANSWER };
  }
};

const ask = async (words) => {
  const own = ++question;
  status.textContent = "Reading the text…";
  const [page, some] = await Promise.all([request(""), words ? request(words) : { entries: [], problem: "" }]);
  if (own !== question) return;
  entries = page.entries;
  asked = { words, entries: some.entries };
  status.textContent = page.problem || some.problem || (entries.length ? "" : "No name and no date was found here.");
  show();
};

const open = (words) => {
  panel.hidden = false;
  opener.setAttribute("aria-expanded", "true");
  document.documentElement.classList.add("dossier-explained");
  sessionStorage.setItem(OPEN, "yes");
  file.textContent = source();
  ask(words);
};

const hide = () => {
  question += 1;
  panel.hidden = true;
  opener.setAttribute("aria-expanded", "false");
  document.documentElement.classList.remove("dossier-explained");
  CSS.highlights?.delete(PLACE);
};

const close = () => {
  hide();
  sessionStorage.removeItem(OPEN);
  opener.focus();
};

const show = () => {
  filters.replaceChildren(
    ...FILTERS.map((each) => {
      const [label, holds] = each;
      const button = makeButton(`${label} (${entries.filter(holds).length})`, () => {
        const position = FILTERS.indexOf(each);
        filter = each;
        show();
        filters.children[position].focus();
      });
      button.setAttribute("aria-pressed", String(each === filter));
      return button;
    })
  );
  const parts = [];
  if (asked.words) {
    parts.push(make("h3", `Selected: “${asked.words}”`));
    parts.push(asked.entries.length ? listed(asked.entries) : make("p", "Nothing was read into these words."));
    parts.push(make("h3", "The whole text"));
  }
  list.replaceChildren(...parts, listed(entries.filter(filter[1])));
};

const listed = (some) => {
  const made = make("ol");
  made.append(...some.map(shown));
  return made;
};

const shown = (entry) => {
  const item = make("li", "", `dossier-explain-${entry.state}`);
  const place = makeButton("", () => goTo(entry), "dossier-explain-place");
  place.append(`${entry.before}`, make("strong", entry.words), `${entry.after}`);
  place.title = "Show in the text";
  const read = entry.title || entry.value;
  const state = make("p", `${STATES[entry.state]}${read ? `: ${read}` : ""}`, "dossier-explain-read");
  state.append(make("small", ` line ${entry.line}`));
  item.append(place, state);
  const why = make("p", entry.says);
  why.append(make("small", ` ${entry.rule ?? ""}`));
  item.append(why);
  if (entry.because.length) item.append(make("p", `From: ${entry.because.map(quoted).join("; ")}`));
  if (entry.note) item.append(make("p", entry.note));
  if (entry.others.length) item.append(others(entry.others, entry.state === "unlinked" ? "It may be:" : "It is not:"));
  item.append(...entry.remedies.map(remedy));
  return item;
};

const quoted = ({ words, line }) => `“${words}” in ${line ? `line ${line}` : "the front matter"}`;

const others = (some, label) => {
  const made = make("ul");
  for (const { title, why } of some) made.append(make("li", why ? `${title}: ${why}` : title));
  const box = make("div");
  box.append(make("p", label), made);
  return box;
};

const remedy = ({ says, write }) => {
  const line = make("p", `${says.charAt(0).toUpperCase()}${says.slice(1)} `, "dossier-explain-remedy");
  if (!write) return line;
  const copy = makeButton("Copy", () => copied(write, copy));
  copy.setAttribute("aria-label", `Copy ${write}`);
  line.append(copy);
  return line;
};

const copied = async (words, button) => {
  try {
    await navigator.clipboard.writeText(words);
    status.textContent = `Copied: ${words}`;
    button.textContent = "Copied";
  } catch {
    // Browsers keep the clipboard from pages at other addresses than this machine's.
    status.textContent = `Copy this: ${words}`;
    getSelection().selectAllChildren(status);
  }
};

// The place of words in the page, as a range; null where the page has them in another form.
const placed = ({ before, words, after }) => {
  const nodes = document.createTreeWalker(article(), NodeFilter.SHOW_TEXT);
  const letters = [];
  let text = "";
  while (nodes.nextNode()) {
    for (let at = 0; at < nodes.currentNode.length; at += 1) {
      const letter = nodes.currentNode.data[at];
      if (/\s/.test(letter)) continue;
      letters.push([nodes.currentNode, at]);
      text += letter;
    }
  }
  const [left, middle, right] = [before, words, after].map((part) => part.replace(/\s+|^…|…$/g, ""));
  if (!middle) return null;
  const around = AROUND.map((size) => [left.slice(-size), right.slice(0, size)]);
  for (const [some, more] of [...around, [left.slice(-AROUND[2]), ""], ["", right.slice(0, AROUND[2])]]) {
    const found = text.indexOf(some + middle + more);
    if (found < 0) continue;
    const [first, last] = [letters[found + some.length], letters[found + some.length + middle.length - 1]];
    const range = new Range();
    range.setStart(...first);
    range.setEnd(last[0], last[1] + 1);
    return range;
  }
  return null;
};

const goTo = (entry) => {
  const range = placed(entry);
  if (!range) return;
  for (let box = range.startContainer.parentElement; box; box = box.parentElement) {
    if (box.tagName === "DETAILS") box.open = true;
  }
  const smooth = matchMedia("(prefers-reduced-motion: no-preference)").matches;
  const top = range.getBoundingClientRect().top + scrollY - innerHeight / 5;
  scrollTo({ top, behavior: smooth ? "smooth" : "auto" });
  CSS.highlights?.set(PLACE, new Highlight(range));
};

const begin = () => {
  // The theme may have put another page here, without loading one.
  hide();
  filter = FILTERS[0];
  if (!source()) return aside.remove();
  document.body.append(aside);
  // After each change of the text the preview loads the page again.
  if (sessionStorage.getItem(OPEN)) open("");
};

document.addEventListener("keydown", (event) => {
  const isOurs = aside.contains(event.target) || event.target === document.body;
  if (event.key === "Escape" && isOurs && !panel.hidden) close();
});
// Otherwise the press of the button would end the selection.
opener.addEventListener("pointerdown", (event) => event.preventDefault());
document.addEventListener("mouseup", (event) => {
  if (panel.hidden || aside.contains(event.target)) return;
  const words = selectedWords();
  if (words && words !== asked.words) ask(words);
});
if (window.document$) window.document$.subscribe(begin);
else begin();
