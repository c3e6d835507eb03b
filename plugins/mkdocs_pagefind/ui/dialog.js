import options from "./options.js";

const { labels } = options;
const here = new URL("./", import.meta.url);
const shownValues = 10;

const make = (name, properties, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
};
const say = (label, values = {}) => label.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
const button = (text, onclick, properties) => make("button", { type: "button", onclick, ...properties }, text);

const input = make("input", { type: "search", id: "pagefind-query", autocomplete: "off", spellcheck: false });
const chips = make("ul", { className: "pagefind-chips" });
const status = make("p", { role: "status", className: "pagefind-status" });
const list = make("ol", { className: "pagefind-results" });
const more = button(labels.more, () => showMore(true), { className: "pagefind-more", hidden: true });
const without = button(labels.unfiltered, () => choose(() => chosen.clear()), { hidden: true });
const facets = make("div", { id: "pagefind-facets" });
const toggle = button(labels.filters, () => unfold(toggle.ariaExpanded !== "true"), {
  className: "pagefind-toggle", "aria-expanded": "false", "aria-controls": facets.id,
});
const dialog = make(
  "dialog", { className: "pagefind", "aria-label": labels.search },
  make(
    "form", { role: "search", className: "pagefind-form", onsubmit: follow },
    make("label", { htmlFor: input.id }, labels.search), input,
    button("×", () => dialog.close(), { ariaLabel: labels.close, title: labels.close, className: "pagefind-close" }),
  ),
  make(
    "div", { className: "pagefind-body" },
    make("div", { className: "pagefind-side", hidden: !options.facets.length }, toggle, facets),
    make("div", { className: "pagefind-main" }, chips, status, without, list, more),
  ),
);

const chosen = new Map();
const groups = new Map();
const wide = matchMedia("(min-width: 45em)");
let pagefind, totals, control, timer, found = [], turn = 0;

// What is asked.

const term = () => {
  const query = input.value.trim();
  if (/^".+"$/.test(query)) return query;
  const kept = query.split(/\s+/).filter((word) => !options.stopWords.includes(word.toLowerCase())).join(" ") || query;
  // One letter of an alphabet begins too many words to be worth loading.
  return /^[\p{L}\p{M}]$/u.test(kept) && !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(kept) ? "" : kept;
};
const asked = () => term() || chosen.size;
const filters = (except) => Object.fromEntries(
  [...chosen].filter(([name]) => name !== except).map(([name, values]) => [name, { any: [...values] }]),
);
const find = (except) => pagefind.search(term() || options.every, { filters: filters(except) });

const choose = (change) => {
  change();
  for (const [name, values] of chosen) if (!values.size) chosen.delete(name);
  run();
};
const set = (name, value, on) => choose(() => {
  if (!chosen.has(name)) chosen.set(name, new Set());
  chosen.get(name)[on ? "add" : "delete"](value);
});

async function run() {
  clearTimeout(timer);
  const mine = ++turn;
  list.ariaBusy = "true";
  remember();
  showChips();
  try {
    if (asked()) {
      // The filters of open groups come along with the words, since their counts are needed.
      const open = Object.fromEntries([...groups].filter(([, group]) => group.open && facets.checkVisibility()).map(([name]) => [name, ""]));
      await pagefind.preload(term() || options.every, { filters: open });
      const answer = await find();
      if (mine !== turn) return;
      found = answer.results;
      await showResults(mine);
      await count(mine, answer.filters);
    } else {
      found = [];
      showNothing(labels.start);
      await count(mine);
    }
  } catch (error) {
    console.error(error);
    if (mine === turn) showNothing(labels.failed);
  }
  if (mine === turn) list.ariaBusy = "false";
}

// Results.

const showNothing = (text) => {
  list.replaceChildren();
  more.hidden = without.hidden = true;
  status.textContent = text;
};

async function showResults(mine) {
  const count = found.length, query = input.value.trim();
  const items = await results(0);
  if (mine !== turn) return;
  list.replaceChildren(...items);
  more.hidden = list.children.length >= count;
  without.hidden = count || !chosen.size;
  status.textContent = count
    ? say(count === 1 ? labels.one : labels.many, { count: count.toLocaleString(document.documentElement.lang || undefined) })
    : query ? say(labels.none, { query }) : labels.nothing;
}

async function showMore() {
  const mine = turn, items = await results(list.children.length);
  if (mine !== turn) return;
  list.append(...items);
  items[0]?.querySelector("a").focus();
  more.hidden = list.children.length >= found.length;
}

const results = async (from) =>
  (await Promise.all(found.slice(from, from + options.results).map((one) => one.data()))).map(result);

const result = ({ url, meta, filters, excerpt, locations, sub_results }) => make(
  "li", null,
  make("p", null, make("a", { href: url }, meta.title || url), ...(filters._kind ?? []).map((kind) => make("span", { className: "pagefind-kind" }, kind))),
  make("p", null, ...((term() && locations.length) || !meta.summary ? marked(excerpt) : [meta.summary])),
  make("ul", null, ...sub_results.filter((part) => part.anchor).slice(0, 3).map((part) =>
    make("li", null, make("a", { href: `${url}#${part.anchor.id}` }, part.title), make("p", null, ...marked(part.excerpt))))),
);

// Pagefind escapes the signs < and > and puts <mark> around words: made into nodes, never parsed as HTML.
const first = new RegExp(`^(<mark>)?${options.every}(</mark>)? ?`);
const marked = (excerpt) => excerpt.replace(first, "").split(/<\/?mark>/).map((text, number) => {
  const plain = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return number % 2 ? make("mark", null, plain) : plain;
});

// Facets.

const showChips = () => chips.replaceChildren(...[...chosen].flatMap(([name, values]) => [...values].map((value) =>
  make("li", null, button(`${value} ×`, () => {
    set(name, value, false);
    input.focus();
  }, { ariaLabel: say(labels.remove, { value }), title: name })))));

async function count(mine, counts) {
  if (!facets.checkVisibility()) return;
  totals ??= await (await fetch(new URL("facets.json", here))).json();
  for (const [name, group] of groups) {
    if (!group.open) continue;
    // Within a group any value may match, so its counts are those of a search without it.
    const now = !counts ? totals[name] : (chosen.has(name) ? (await find(name)).filters : counts)[name];
    if (mine !== turn) return;
    showValues(name, group, now ?? {});
  }
}

const showValues = (name, group, counts, all) => {
  const on = chosen.get(name) ?? new Set();
  const values = Object.keys(totals[name] ?? {}).filter((value) => counts[value] || on.has(value));
  const numbers = values.every((value) => /^\d+$/.test(value));
  values.sort((one, other) => on.has(other) - on.has(one)
    || (numbers ? other - one : (counts[other] ?? 0) - (counts[one] ?? 0) || one.localeCompare(other)));
  const focused = group.contains(document.activeElement) && document.activeElement.value;
  const shown = all ? values : values.slice(0, Math.max(shownValues, on.size));
  const rows = shown.map((value) => make("li", null, make("label", null,
    make("input", { type: "checkbox", value, checked: on.has(value), onchange: (event) => set(name, value, event.target.checked) }),
    make("span", null, value), make("span", { className: "pagefind-count" }, `${counts[value] ?? 0}`))));
  const rest = button(labels.all, () => {
    showValues(name, group, counts, true);
    group.querySelector("input")?.focus();
  });
  group.lastChild.replaceChildren(...rows, ...(shown.length < values.length ? [make("li", null, rest)] : []));
  if (focused) rows.map((row) => row.querySelector("input")).find((box) => box.value === focused)?.focus();
};

for (const name of options.facets) {
  const group = make("details", { ontoggle: () => group.open && run() }, make("summary", null, name), make("ul", { ariaLabel: name }));
  groups.set(name, group);
  facets.append(group);
}
const unfold = (on) => {
  toggle.ariaExpanded = `${on}`;
  facets.hidden = !on;
  if (on && dialog.open) run();
};

// The address and the keys.

const remember = () => {
  const address = new URL(location);
  address.searchParams.delete("q");
  address.searchParams.delete("f");
  if (dialog.open) {
    if (input.value.trim()) address.searchParams.set("q", input.value.trim());
    for (const [name, values] of chosen) for (const value of values) address.searchParams.append("f", `${name}:${value}`);
  }
  if (address.href !== location.href) history.replaceState(history.state, "", address);
};
const recall = () => {
  const given = new URLSearchParams(location.search);
  if (!given.has("q") && !given.has("f")) return;
  input.value = given.get("q") ?? "";
  chosen.clear();
  for (const pair of given.getAll("f")) {
    const [name, ...value] = pair.split(":");
    if (groups.has(name)) chosen.set(name, (chosen.get(name) ?? new Set()).add(value.join(":")));
  }
};

function follow(event) {
  event.preventDefault();
  if (list.ariaBusy === "false") list.querySelector("a")?.click();
  else run();
}

input.addEventListener("input", () => {
  turn++;
  list.ariaBusy = "true";
  clearTimeout(timer);
  timer = setTimeout(run, 250);
});
dialog.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    event.preventDefault();
    dialog.close();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const places = [input, ...list.querySelectorAll("a")], at = places.indexOf(document.activeElement);
  if (!step || at < 0) return;
  event.preventDefault();
  places[Math.min(at + step, places.length - 1)]?.focus();
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
  // The address keeps the search, so that the way back leads to it.
  if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) leave();
});
let left = false;
const leave = () => {
  left = true;
  dialog.close();
};
dialog.addEventListener("close", () => {
  if (!left) remember();
  left = false;
  turn++;
  control()?.focus();
});

const style = make("link", { rel: "stylesheet", href: new URL("dialog.css", here) });
const ready = (async () => {
  const styled = new Promise((resolve) => (style.onload = style.onerror = resolve));
  document.head.append(style);
  pagefind = await import(new URL("pagefind.js", here));
  await pagefind.options({
    baseUrl: new URL("../", here).pathname, excerptLength: options.excerptLength, ranking: { metaWeights: options.weights },
  });
  pagefind.init();
  await styled;
  const fit = () => unfold(wide.matches);
  wide.onchange = fit;
  fit();
  groups.values().next().value?.setAttribute("open", "");
  document.body.append(dialog);
})();

export async function open(opener) {
  control = opener;
  await ready;
  recall();
  if (!dialog.open) dialog.showModal();
  input.focus();
  input.select();
  await run();
}
