// Draws the list of the timeline's overview as a picture: each line has its place on an axis of years.
const root = document.querySelector(".dossier-timeline"), main = root.querySelector(":scope > ol");
const all = (selector, within = root) => [...within.querySelectorAll(selector)];
const lanes = [...new URLSearchParams(root.dataset.lanes), ["term", "Offices"]];
const lists = all("ol").map((list) => [list, [...list.children]]);
const years = lists.flatMap(([, children]) => children).map((li) => ({ li, s: parseInt(li.textContent) }));
const own = years.filter(({ li }) => li.parentNode === main);
const day = (date) => Date.parse(date) / 31556952e3 + 1970;
// A day has only a start; a certain period also has an end; any other also has its certain part.
const read = (li) => {
  const [s, e = s + 1 / 365, a = s, b = e] = li.dataset.at?.split(" ").map(Number) ?? [day(li.querySelector("time").dateTime)];
  return { li, s, e, a, b, type: li.dataset.type, n: Number(li.dataset.n ?? 0) };
};
const entries = all("[data-type]").map(read);
// Articles are counted by month, by year, or by another period, which the list gives in the same form as for dates.
const bars = years.flatMap(({ li, s: year }) => all("p a", li).map((a) => {
  const month = Number(a.hash.slice(6)), n = parseInt(a.textContent);
  const [s, e] = a.dataset.at?.split(" ").map(Number) ?? (month ? [year + (month - 1) / 12, year + month / 12] : [year, year + 1]);
  const words = a.textContent.replace(/^\d+( in )?/, "");
  const when = words.includes(year) ? words : `${words} ${year}`.trim();
  a.title = `${n} ${n === 1 ? "article" : "articles"} in ${when}`;
  return { a, s, e, n };
}));
const most = Math.max(...bars.map(({ n }) => n));
let told = new URLSearchParams(), data = {}, drawn = [], offices = [], from, to, zoom;
// The width of the axis, read once for each drawing: reading it between changes would lay out the page again.
let span = 0;

const make = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
};
// The label of a control is its value and not text of the page: nothing is lost where scripts do not run.
const button = (value, click, attributes) => {
  const made = make("input", { type: "button", value, ...attributes });
  made.onclick = click;
  return made;
};
const tell = (key, value) => {
  value ? told.set(key, value) : told.delete(key);
  update();
};
const types = () => told.get("type")?.split(" ") ?? lanes.map(([type]) => type);
const toggles = lanes.slice(0, -1).map(([type, label]) => {
  const made = button(label, () => tell("type", made.on() ? types().filter((each) => each !== type).join(" ") || "none" : `${types().join(" ")} ${type}`));
  made.on = () => types().includes(type);
  return made;
});
for (const [key, label] of [["all", "All years"], ["list", "As a list"]]) {
  const made = button(label, () => tell(key, made.on() ? "" : "yes"));
  made.on = () => told.has(key);
  toggles.push(made);
}
const names = make("span", {}, button("By name …", () => load().then(() => all("select")[0].focus())));
const status = root.querySelector("[role=status]"), labels = make("div"), held = make("ul");
const region = make("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": "Timeline; plus and minus zoom" });

const percent = (share) => `${share * 100}%`;
const at = (year) => (Math.min(Math.max(year, from), to) - from) / (to - from);
const x = (year) => at(year) * span;
const put = (element, s, e, top) => {
  element.style.insetInlineStart = percent(at(s));
  if (e) element.style.width = percent(at(e) - at(s));
  if (top) element.style.top = `${top * 1.2}rem`;
  return element;
};
const middle = () => from + ((Math.abs(region.scrollLeft) + region.clientWidth / 2) / main.clientWidth) * (to - from);
// The value in an address may not be a number at all.
const within = (wanted) => Math.min(Math.max(Number(wanted) || 1, 1), 2 ** Math.ceil(Math.log2((to - from) * 3)));
const zoomTo = (wanted, year = middle()) => {
  told.set("zoom", within(wanted));
  update(year);
};
const nameLane = (label, top) => labels.append(put(make("span", {}, label), from, 0, top));

const place = (entry, rows, top, most, bare) => {
  const { li, s, e, a, b } = entry, start = x(s), end = x(e), wide = end - start >= 12;
  const room = bare ? Math.max(24, wide && end - start) : entry.room, flip = start + room > span;
  // When turned around, a label ends with its mark, which is centred on its day.
  const left = flip ? end - room : start - (wide ? 0 : 7), right = Math.max(left + room, end + (flip && !wide ? 7 : 0)) + 3;
  let row = 0;
  while ((rows[row] ??= []).some(([s, e]) => right > s && left < e)) row++;
  if (row >= most) return false;
  rows[row].push([left, right]);
  put(li, s, e, top + row);
  for (const [key, edge] of [["--a", a], ["--b", b]]) li.style.setProperty(key, percent((edge - s) / (Math.min(e, to) - s)));
  li.className = ["on", bare && "bare", wide && "wide", flip && "flip", (a > s || b < e) && "soft"].filter(Boolean).join(" ");
  return true;
};
// Buttons count the lines that have no room and zoom in on them.
const crowd = (hidden, top) => {
  let group;
  for (const { s } of hidden.sort((one, other) => one.s - other.s)) {
    if (!group || x(s) - x(group.s) > 40) {
      const { s: year } = (group = { s: Math.min(s, to - (to - from) * 34 / span), n: 0, more: button("", () => zoomTo(zoom * 4, year)) });
      held.append(put(make("li", { class: "more on" }, group.more), year, 0, top));
    }
    group.more.value = `+${++group.n}`;
    group.more.ariaLabel = `${group.n} more in ${Math.floor(s)}: zoom in`;
  }
};
const draw = () => {
  all(".more, .month").forEach((li) => li.remove());
  labels.replaceChildren();
  span = main.clientWidth;
  let shown = -99, top = 3.8;
  for (const { li, s } of years) {
    put(li.firstChild, s, s + 1);
    const thin = li.classList.toggle("thin", x(s) - shown < 40);
    if (!thin && s >= from) shown = x(s);
  }
  for (const { s } of x(from + 1 / 12) < 60 ? [] : years) {
    for (let month = 0; s >= from && s < to && month < 12; month++) {
      const name = new Date(s, month).toLocaleDateString(document.documentElement.lang, { month: "short" });
      held.append(put(make("li", { class: "month on", "aria-hidden": true }, name), s + month / 12, 0, 1.2));
    }
  }
  for (const { a, s, e, n } of bars) {
    put(a, s, e).style.setProperty("--share", percent(n / most));
    // A bar too narrow to hit is not a link; its year is.
    a.inert = x(from + e - s) < 24;
  }
  for (const { li } of drawn) li.className = "";
  for (const entry of drawn) entry.room = entry.li.firstChild.offsetWidth + 6;
  for (const [type, label] of lanes) {
    if (type === "article" && types().includes(type)) nameLane(label, 1.2);
    const lane = drawn.filter((entry) => entry.type === type).sort((one, other) => other.n - one.n);
    if (!lane.length) continue;
    nameLane(label, top++);
    const rows = [], most = x(from + 1) > 1800 ? 99 : 5;
    const hidden = lane.filter((entry) => !place(entry, rows, top, most)).filter((entry) => !place(entry, rows, top, most, true));
    top += Math.min(rows.length, most) + 0.3;
    if (hidden.length) crowd(hidden, top++ - 0.3);
  }
  main.style.height = `${top * 1.2}rem`;
};
const update = (year = from === undefined ? 0 : middle()) => {
  const list = told.has("list"), chosen = Object.keys(data).flatMap((type) => data[type].items.filter(([id]) => id === told.get(type)));
  const shown = told.has("all") ? years : own;
  from = shown[0].s;
  to = shown.at(-1).s + 1;
  zoom = within(told.get("zoom"));
  root.className = `dossier-timeline ${list ? "" : "chart"} ${types().includes("article") && !chosen.length ? "" : "no-articles"}`;
  if (list) {
    lists.forEach(([list, children]) => list.replaceChildren(...children));
    // The positions of the picture would pull the list apart.
    for (const each of [main, ...all("[style]")]) each.removeAttribute("style");
    for (const { li } of entries) li.className = "";
    labels.replaceChildren();
  }
  else main.replaceChildren(...years.map(({ li }) => li), make("li", {}, held));
  held.replaceChildren();
  offices = chosen.flatMap((item) => item[3]).map(([at, title, href]) => {
    const li = make("li", { "data-at": at, "data-type": "term" }, make("a", { href: new URL(`../../${href}`, import.meta.url) }, title));
    held.append(li);
    return read(li);
  });
  const matching = entries.filter(({ type }, number) => types().includes(type) && chosen.every((item) => item[2].includes(number)));
  drawn = [...matching, ...offices].filter(({ s, e }) => list || (e > from && s < to));
  for (const { li } of entries) li.hidden = true;
  for (const { li } of drawn) li.hidden = false;
  for (const { li, s } of years) li.classList.toggle("beyond", s < from || s >= to);
  for (const made of toggles) made.ariaPressed = made.on();
  const inside = matching.filter((entry) => drawn.includes(entry)).length;
  // No template is inside another: the minifier would take the words between them for code.
  const beyond = inside < matching.length ? `, ${matching.length - inside} in other years` : "";
  const where = list ? "" : ` in ${from} to ${to - 1}`;
  status.textContent = `${inside} of ${entries.length} dates${where}${beyond}`;
  if (!list) {
    main.style.setProperty("--zoom", zoom);
    draw();
  }
  region.scrollLeft = (x(year) - region.clientWidth / 2) * (getComputedStyle(root).direction === "rtl" ? -1 : 1);
  if (zoom === 1) told.delete("zoom");
  if (`${told}` || location.hash.includes("=")) history.replaceState(null, "", `#${told}`);
};
const load = async () => {
  data = await (await fetch(new URL("timeline.json", import.meta.url))).json();
  names.replaceChildren(...Object.entries(data).map(([type, { label, items }]) => {
    const select = make("select", { "aria-label": label }, ...[["", "any"], ...items].map(([value, title]) => make("option", { value }, title)));
    select.value = told.get(type) ?? "";
    select.onchange = () => tell(type, select.value);
    return make("label", {}, `${label} `, select);
  }));
};
// The address says what is shown; an anchor in it belongs to the page.
const recall = async () => {
  const hash = location.hash.slice(1), target = document.getElementById(hash);
  told = new URLSearchParams(hash.includes("=") ? hash : target?.closest("details") ? "all=yes" : "");
  if ([...told.keys()].some((key) => !["type", "zoom", "all", "list"].includes(key))) await load();
  update();
  target?.scrollIntoView();
};

// A dossier without dates has nothing to draw.
if (own.length) {
  root.prepend(
    make("div", { class: "controls", role: "group", "aria-label": "What the timeline shows" }, ...toggles, button("−", () => zoomTo(zoom / 2), { "aria-label": "Zoom out" }), button("+", () => zoomTo(zoom * 2), { "aria-label": "Zoom in" }), names),
  );
  main.replaceWith(make("div", { class: "frame" }, region, labels));
  region.append(main);
  region.onkeydown = ({ key }) => {
    if (key === "+" || key === "=") zoomTo(zoom * 2);
    if (key === "-") zoomTo(zoom / 2);
  };
  addEventListener("hashchange", recall);
  recall();
  let width = region.clientWidth;
  new ResizeObserver(() => {
    if (width !== (width = region.clientWidth) && !told.has("list")) draw();
  }).observe(region);
}
