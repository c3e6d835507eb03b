// Narrows the list of articles by what each mentions. The choice is kept in the address of the page.

const { facets, articles } = await (await fetch(new URL("explore.json", import.meta.url))).json();
const list = document.querySelector(".dossier-found ol");
const items = [...list.children];
const panel = document.querySelector(".dossier-facets");
const SHOWN = 8;
const chosen = facets.map(() => new Set());
const groups = [];

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

// Whether an article has the chosen values; `without` names a facet to ignore.
const fits = (row, without) =>
  facets.every((facet, number) => {
    const wanted = chosen[number];
    if (number === without || !wanted.size) return true;
    const has = (value) => row[number].includes(value);
    return facet.match === "all" ? [...wanted].every(has) : [...wanted].some(has);
  });

const read = () => {
  const asked = new URLSearchParams(location.search);
  facets.forEach((facet, number) => {
    const keys = asked.getAll(facet.key);
    chosen[number] = new Set(keys.map((key) => facet.values.findIndex(([each]) => each === key)).filter((at) => at >= 0));
  });
};

const write = () => {
  const asked = new URLSearchParams();
  facets.forEach((facet, number) => {
    for (const value of chosen[number]) asked.append(facet.key, facet.values[value][0]);
  });
  const query = asked.toString();
  history.replaceState(history.state, "", query ? `?${query}` : location.pathname);
};

const count = (number) => {
  const counts = new Map();
  const without = facets[number].match === "any" ? number : -1;
  for (const row of articles) {
    if (fits(row, without)) for (const value of row[number]) counts.set(value, (counts.get(value) || 0) + 1);
  }
  return counts;
};

const status = document.querySelector(".dossier-explore-status");
const chips = make("ul", { className: "dossier-chips" });

const toggle = (number, value, on) => {
  chosen[number][on ? "add" : "delete"](value);
  write();
  update();
};

const option = (group, value, total) => {
  const { number, facet } = group;
  const box = make("input", { type: "checkbox", checked: chosen[number].has(value) });
  box.addEventListener("change", () => {
    toggle(number, value, box.checked);
    group.list.querySelector(`[data-value="${value}"] input`)?.focus();
  });
  const item = make("li", {}, make("label", {}, box, ` ${facet.values[value][1]} `, make("span", { className: "dossier-count", textContent: total })));
  item.dataset.value = value;
  return item;
};

const fillGroup = (group) => {
  const counts = count(group.number);
  const words = group.search.value.trim().toLowerCase();
  const name = (value) => group.facet.values[value][1];
  let values = [...new Set([...chosen[group.number], ...counts.keys()])];
  if (words) values = values.filter((value) => name(value).toLowerCase().includes(words));
  const byCount = group.facet.match === "all";
  values.sort((a, b) => chosen[group.number].has(b) - chosen[group.number].has(a) || (byCount ? (counts.get(b) || 0) - (counts.get(a) || 0) : 0) || a - b);
  const shown = group.all || words ? values : values.slice(0, SHOWN);
  group.list.replaceChildren(...shown.map((value) => option(group, value, counts.get(value) || 0)));
  group.search.hidden = group.facet.values.length <= SHOWN;
  group.more.hidden = shown.length === values.length && !group.all;
  group.more.value = group.all ? "Fewer" : `All ${values.length}`;
};

const update = () => {
  let total = 0;
  articles.forEach((row, at) => {
    items[at].hidden = !fits(row, -1);
    total += !items[at].hidden;
  });
  status.textContent = total === items.length ? `All ${total} articles` : `${total} of ${items.length} articles`;
  chips.replaceChildren();
  facets.forEach((facet, number) => {
    for (const value of chosen[number]) {
      const drop = make("button", { type: "button", textContent: `${facet.values[value][1]} ×` });
      drop.setAttribute("aria-label", `Remove ${facet.label}: ${facet.values[value][1]}`);
      drop.addEventListener("click", () => {
        toggle(number, value, false);
        (chips.querySelector("button") || panel.querySelector("summary")).focus();
      });
      chips.append(make("li", {}, drop));
    }
  });
  groups.forEach(fillGroup);
};

read();
facets.forEach((facet, number) => {
  const box = panel.children[number];
  const search = make("input", { type: "search", placeholder: `Find in ${facet.label.toLowerCase()}` });
  search.setAttribute("aria-label", search.placeholder);
  // Its label is its value and not text of the page: nothing is lost where scripts do not run.
  const more = make("input", { type: "button" });
  const group = { facet, number, search, list: box.querySelector("ul"), more, all: false };
  search.addEventListener("input", () => fillGroup(group));
  more.addEventListener("click", () => {
    group.all = !group.all;
    fillGroup(group);
  });
  box.open ||= chosen[number].size > 0;
  box.querySelector("summary").after(search);
  box.append(more);
  groups.push(group);
});
status.before(chips);
update();
addEventListener("popstate", () => {
  read();
  update();
});
