import options from "./options.js";

const { labels, every } = options;
const here = import.meta.url;

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const button = (text, onclick, ariaLabel = text) => make("button", { type: "button", onclick, ariaLabel }, text);
const group = (name, open, ...children) =>
  make("details", { open, ontoggle: () => dialog.open && run() }, make("summary", {}, name), ...children);

const input = make("input", { type: "search" });
const chips = make("ul");
const status = make("p", { role: "status" });
const list = make("ol");
const more = button(labels.more, () => show(turn, list.children.length));
const without = button(labels.unfiltered, () => {
  chosen.clear();
  run();
});
// One element for each facet; the first is unfolded.
const groups = options.facets.map((name, number) =>
  [name, group(name, !number, make("ul", { ariaLabel: name })), new URL(`facet-${number}.json`, here)]);
const facets = group(labels.filters, false, ...groups.map(([, element]) => element));
facets.hidden = !groups.length;
const form = make("form", { role: "search" }, make("label", {}, labels.search, input), button("×", () => dialog.close(), labels.close));
const dialog = make("dialog", { className: "pagefind", ariaLabel: labels.search }, form, make("div", {}, facets, make("div", {}, chips, status, without, list, more)));

// The chosen values, as "facet:value"; no facet's name has a colon.
const chosen = new Set();
let pagefind, control, left, found, turn = 0;

// The query.

const term = () => {
  const query = input.value.trim();
  const kept = query.split(/\s+/).filter((word) => !options.stopWords.includes(word.toLowerCase())).join(" ");
  // One Latin, Greek or Cyrillic letter begins too many words to be worth loading.
  return query.endsWith('"') ? query : /^[\0-\u052f]$/.test(query) ? "" : kept || query;
};
const find = (except) => {
  const filters = {};
  for (const pair of chosen) {
    const [, name, value] = /(.*?):(.*)/.exec(pair);
    if (name !== except) (filters[name] ??= { any: [] }).any.push(value);
  }
  return pagefind.search(term() || every, { filters });
};
const set = (pair, on) => {
  chosen[on ? "add" : "delete"](pair);
  run();
};

const run = async (delay) => {
  const mine = ++turn;
  list.ariaBusy = true;
  await new Promise((resolve) => setTimeout(resolve, delay));
  if (mine !== turn) return;
  found = [];
  remember();
  chips.replaceChildren(...[...chosen].map((pair) => make("li", {}, button(`${pair.replace(":", ": ")} ×`, () => {
    set(pair);
    input.focus();
  }, labels.remove.replace("{value}", () => pair)))));
  try {
    const open = groups.filter(([, element]) => facets.open && element.open);
    let counts;
    if (term() || chosen.size) {
      // The filters of open groups are loaded with the words, since their counts are needed.
      await pagefind.preload(term() || every, { filters: Object.fromEntries(open.map(([name]) => [name, ""])) });
      const answer = await find();
      if (mine !== turn) return;
      found = answer.results;
      counts = answer.filters;
    }
    await show(mine, 0, counts ? "" : labels.start);
    for (const [name, element, file] of open) {
      // Within a group any value may match, so its counts are those of a search without it.
      const other = [...chosen].some((pair) => pair.startsWith(`${name}:`)) ? (await find(name)).filters : counts;
      const now = other ? other[name] : await (await fetch(file)).json();
      if (mine === turn) showValues(name, element, now);
    }
  } catch (error) {
    console.error(error);
    found = [];
    show(mine, 0, labels.failed);
  }
  if (mine === turn) list.ariaBusy = false;
};

const show = async (mine, from, text) => {
  const items = await Promise.all(found.slice(from, from + options.results).map(async (one) => result(await one.data())));
  if (mine !== turn) return;
  if (!from) list.replaceChildren();
  list.append(...items);
  if (from) items[0].querySelector("a").focus();
  const count = found.length;
  more.hidden = count <= list.children.length;
  without.hidden = count || text || !chosen.size;
  status.textContent = text || (count === 1 ? labels.one : count ? labels.many : labels.none).replace("{count}", count.toLocaleString());
};

const link = (href, title, kinds, ...text) => make("li", {}, make("a", { href }, title), ...kinds.map((kind) => make("small", {}, kind)), make("p", {}, ...text));
const result = ({ url, meta, filters, excerpt, locations, sub_results }) => {
  const text = (term() && locations.length) || !meta.summary ? marked(excerpt) : [meta.summary];
  const item = link(url, meta.title || url, filters._kind ?? [], ...text);
  const parts = sub_results.filter((part) => part.anchor).slice(0, 3);
  item.append(make("ul", {}, ...parts.map((part) => link(`${url}#${part.anchor.id}`, part.title, [], ...marked(part.excerpt)))));
  return item;
};
// Pagefind escapes the signs < and > and puts <mark> around words: this makes nodes and never parses HTML.
const marked = (excerpt) => excerpt.replace(RegExp(`(<mark>)?${every}(</mark>)? ?`), "").split(/<\/?mark>/).map((text, number) => {
  const plain = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return number % 2 ? make("mark", {}, plain) : plain;
});

const showValues = (name, element, counts, all) => {
  const on = (value) => chosen.has(`${name}:${value}`);
  const values = Object.keys(counts).filter((value) => counts[value] || on(value));
  const numbers = values.every((value) => value > 0);
  values.sort((one, other) => on(other) - on(one) || (numbers ? other - one : counts[other] - counts[one]));
  const focused = element.querySelector(":focus")?.value;
  const rows = values.filter((value, number) => all || number < 10 || on(value)).map((value) => make("li", {}, make("label", {},
    make("input", { type: "checkbox", value, checked: on(value), onchange: ({ target }) => set(`${name}:${value}`, target.checked) }),
    make("span", {}, value), make("small", {}, counts[value]))));
  if (rows.length < values.length) rows.push(make("li", {}, button(labels.all, () => {
    showValues(name, element, counts, 1);
    element.querySelector("input").focus();
  })));
  element.lastChild.replaceChildren(...rows);
  element.querySelectorAll("input").forEach((box) => box.value === focused && box.focus());
};

// The address and the keys.

const remember = () => {
  const address = new URL(location), given = address.searchParams, query = input.value.trim();
  given.delete("q");
  given.delete("f");
  if (dialog.open) {
    if (query) given.set("q", query);
    for (const pair of chosen) given.append("f", pair);
  }
  history.replaceState(history.state, "", address);
};
const recall = () => {
  const given = new URLSearchParams(location.search), pairs = given.getAll("f");
  if (!given.has("q") && !pairs.length) return;
  input.value = given.get("q") ?? "";
  chosen.clear();
  for (const pair of pairs) if (options.facets.includes(pair.split(":")[0])) chosen.add(pair);
};

form.onsubmit = (event) => {
  event.preventDefault();
  if (list.ariaBusy === "false") list.querySelector("a")?.click();
};
input.oninput = () => run(250);
dialog.onkeydown = (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const places = [input, ...list.querySelectorAll("a")], at = places.indexOf(document.activeElement);
  if (event.key === "Escape") dialog.close();
  else if (step && at + 1) places[at + step]?.focus();
  else return;
  event.preventDefault();
};
dialog.onclick = ({ target, ctrlKey, metaKey, shiftKey }) => {
  // The address keeps the search when a reader follows a link, so that the back button returns to it.
  left = target.closest("a") && !(ctrlKey || metaKey || shiftKey);
  if (left || target === dialog) dialog.close();
};
dialog.onclose = () => {
  if (!left) remember();
  left = 0;
  turn++;
  control()?.focus();
};

const ready = (async () => {
  const style = new CSSStyleSheet();
  style.replaceSync("__STYLE__");
  document.adoptedStyleSheets.push(style);
  pagefind = await import(new URL("pagefind.js", here));
  await pagefind.options({ baseUrl: new URL("../", here).pathname, excerptLength: options.excerptLength, ranking: { metaWeights: options.weights } });
  facets.open = matchMedia("(min-width: 45em)").matches;
  document.body.append(dialog);
})();

export const open = async (opener) => {
  control = opener;
  await ready;
  recall();
  if (!dialog.open) dialog.showModal();
  input.select();
  await run();
};
