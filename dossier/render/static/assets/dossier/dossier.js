// Cards: what a mention is about, shown on hover, on focus and on the first touch. Nothing here is needed to
// read the site: a card repeats what the page behind the link says.

const cards = new URL("cards/", import.meta.url);
const fetched = new Map();
const SHOW_AFTER = 250;
const HIDE_AFTER = 200;
// A reader who has touched a link waits at most this long for its card (in milliseconds).
const LOAD_WITHIN = 3000;
// The build marks the links that have a card.
const LINKS = ".md-content [data-card]";

// On a narrow screen the tab of this page may be beyond the edge.
const tab = document.querySelector(".md-tabs__item--active");
if (tab) tab.parentNode.scrollLeft = tab.offsetLeft - (tab.parentNode.clientWidth - tab.offsetWidth) / 2;

let card = null;
let owner = null;
let timer = 0;
let touched = false;
let awaited = null;

const request = async (name) => {
  try {
    const answer = await fetch(new URL(name + ".json", cards), { signal: AbortSignal.timeout?.(LOAD_WITHIN) });
    if (answer.ok) return await answer.json();
  } catch {}
  // A later try may succeed.
  fetched.delete(name);
};

const load = (name) => {
  if (!fetched.has(name)) fetched.set(name, request(name));
  return fetched.get(name);
};

const nameOf = (link) =>
  link.dataset.id ? encodeURIComponent(link.dataset.id) : "dates/" + link.hash.slice(1);

const make = (tag, text, className) => {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
};

// What was true on the day of the article; if nothing was, what was last true before it, with its dates.
// Where a card's file says that nothing is known about a time, its words are empty.
const factsOn = (facts, day) => {
  const byLabel = Map.groupBy
    ? Map.groupBy(facts, (fact) => fact[0])
    : facts.reduce((map, fact) => map.set(fact[0], [...(map.get(fact[0]) || []), fact]), new Map());
  return [...byLabel].flatMap(([label, all]) => {
    const now = day ? all.filter(([, , first, last]) => (first ?? -Infinity) <= day && day <= (last ?? Infinity)) : [];
    if (now.length) return now[0][1] ? [[label, now.map((fact) => fact[1])]] : [];
    const nearest = all.findLast((fact) => !day || (fact[2] ?? 0) <= day) ?? all[0];
    return [[label, [nearest[4] ? `${nearest[1]}, ${nearest[4]}` : nearest[1]]]];
  });
};

const fill = (data, link) => {
  const page = document.querySelector(".dossier-page");
  const day = Number(page?.dataset.day) || 0;
  const made = make("div", "", "dossier-card");
  made.id = "dossier-card";
  made.setAttribute("role", "tooltip");
  made.append(make("p", data.title, "dossier-card-title"), make("p", data.kind, "dossier-card-kind"));
  if (data.entries) {
    const list = make("ul", "");
    for (const [label, words, id] of data.entries) {
      if (id !== page?.dataset.id) list.append(make("li", `${label}: ${words}`));
    }
    if (data.more) list.append(make("li", `and ${data.more} more`));
    made.append(list);
  } else {
    if (data.summary) made.append(make("p", data.summary, "dossier-card-summary"));
    const list = make("dl", "");
    for (const [label, words] of factsOn(data.facts, day)) {
      list.append(make("dt", label), ...words.map((each) => make("dd", each)));
    }
    if (list.children.length) made.append(list);
  }
  if (touched) {
    const way = make("a", "Open the page");
    way.href = link.href;
    made.append(way);
    made.removeAttribute("role");
  }
  return made;
};

const place = (link) => {
  const box = [...link.getClientRects()][0];
  const width = card.offsetWidth;
  const height = card.offsetHeight;
  const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
  const above = box.bottom + height + 12 > innerHeight && box.top > height + 12;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(above ? box.top - height - 6 : box.bottom + 6) + scrollY}px`;
};

const hide = () => {
  clearTimeout(timer);
  card?.remove();
  owner?.removeAttribute("aria-describedby");
  card = owner = awaited = null;
};

const show = async (link) => {
  const data = await load(nameOf(link));
  if (owner !== link) return;
  if (!data) {
    // Without a card, the first touch follows the link.
    if (awaited === link) link.click();
    return;
  }
  card?.remove();
  card = fill(data, link);
  // In the main part, so that what it says belongs to a landmark.
  document.querySelector("main").append(card);
  link.setAttribute("aria-describedby", card.id);
  place(link);
};

const begin = (link, delay) => {
  clearTimeout(timer);
  if (owner === link) return;
  hide();
  owner = link;
  timer = setTimeout(show, delay, link);
};

const end = () => {
  clearTimeout(timer);
  timer = setTimeout(hide, HIDE_AFTER);
};

addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const link = event.target.closest?.(LINKS);
  if (link) begin(link, SHOW_AFTER);
  else if (card?.contains(event.target)) clearTimeout(timer);
  else if (owner && owner !== document.activeElement) end();
});
addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch";
});
addEventListener("focusin", (event) => {
  const link = event.target.closest?.(LINKS);
  if (link && !touched && link.matches(":focus-visible")) begin(link, SHOW_AFTER);
  else if (!link && !card?.contains(event.target)) hide();
});
addEventListener("click", (event) => {
  const link = event.target.closest?.(LINKS);
  if (touched && link && owner !== link && !event.defaultPrevented) {
    // The first touch opens the card, which has links; the second follows the link.
    event.preventDefault();
    begin(link, 0);
    awaited = link;
  } else if (!link && !card?.contains(event.target)) hide();
}, true);
addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
