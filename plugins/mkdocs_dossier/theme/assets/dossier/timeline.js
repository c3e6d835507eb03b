// Draws the list of the timeline's overview as a picture: each line has its place on an axis of years.
const root = document.querySelector(".dossier-timeline");
const main = root.querySelector(":scope > ol");
const lanes = new Map(new URLSearchParams(root.dataset.lanes));
const lists = [...root.querySelectorAll("ol")].map((list) => [list, [...list.children]]);
const years = lists.flatMap(([, children]) => children).map((li) => [li, parseInt(li.textContent)]);
const own = years.filter(([li]) => li.parentNode === main);
const percent = (share) => `${share * 100}%`;
const read = (li, number) => {
  // A day has a start; what is certain, an end; the rest, the stretch in it that is certain.
  const [s, e = s + 1 / 365, a = s, b = e] = li.dataset.at.split(" ").map(Number);
  return { li, number, type: li.dataset.type, n: li.dataset.n || 0, s, e, a, b };
};
const entries = [...root.querySelectorAll("[data-at]")].map(read);
const bars = years.flatMap(([li, year]) => [...li.querySelectorAll("p a")].map((a) => {
  const month = a.hash.slice(6), count = parseInt(a.textContent), w = month ? 1 / 12 : 1;
  return { a, count, w, href: a.href, s: year + (month && (month - 1) * w), name: `${a.textContent} ${month ? year : ""}`.replace(" ", count > 1 ? " articles " : " article ") };
}));
const most = Math.max(...bars.map((bar) => bar.count));

const make = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
};
const button = (text, click, label = text) => {
  const made = make("button", { type: "button", "aria-label": label }, text);
  made.onclick = click;
  return made;
};
const toggle = (text, set, key) => {
  const made = button(text, () => { set.delete(key) || set.add(key); update(); });
  made.press = () => { made.ariaPressed = set.has(key); };
  return made;
};
const types = new Set(lanes.keys()), modes = new Set(), chosen = new Map();
const toggles = [...[...lanes].map(([type, label]) => toggle(label, types, type)), toggle("All years", modes, "all"), toggle("As a list", modes, "list")];
const names = make("span", {}, button("By name …", () => load().then(() => names.querySelector("select").focus())));
const status = make("p", { role: "status" });
const labels = make("div");
const region = make("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": "Timeline; plus and minus zoom" });
const terms = make("ul"), held = make("li", { class: "held" }, terms);
let data, from, to, zoom = 1, drawn = [], offices = [];

const width = () => main.clientWidth;
const middle = () => (Math.abs(region.scrollLeft) + region.clientWidth / 2) / width();
const x = (year) => ((Math.min(Math.max(year, from), to) - from) / (to - from)) * width();
const put = (element, s, e) => {
  element.style.insetInlineStart = percent(x(s) / width());
  element.style.width = percent((x(e) - x(s)) / width());
};
const to_zoom = (wanted, at = middle()) => {
  zoom = Math.min(Math.max(wanted, 1), 2 ** Math.ceil(Math.log2((to - from) * 3)));
  main.style.setProperty("--zoom", zoom);
  draw();
  region.scrollLeft = (at * width() - region.clientWidth / 2) * (getComputedStyle(root).direction === "rtl" ? -1 : 1);
  remember();
};

// Gives the number of the first row that has room.
const row = (rows, start, end) => {
  let r = 0;
  while ((rows[r] ??= []).some(([s, e]) => end > s && start < e)) r++;
  return r;
};
const place = (entry, rows, top, most, bare) => {
  const start = x(entry.s), end = x(entry.e), wide = end - start >= 12;
  const room = bare ? Math.max(24, wide && end - start) : entry.room;
  const flip = start + room > width();
  const left = flip ? end - room : start - (wide ? 0 : 7), right = Math.max(left + room, end) + 3;
  const r = row(rows, left, right);
  if (r >= most) return false;
  rows[r].push([left, right]);
  put(entry.li, entry.s, entry.e);
  const soft = entry.a > entry.s || entry.b < entry.e, last = Math.min(entry.e, to);
  entry.li.className = `on ${bare ? "bare" : ""} ${wide ? "wide" : ""} ${flip ? "flip" : ""} ${soft ? "soft" : ""}`;
  entry.li.style.top = `${(top + r) * 1.2}rem`;
  entry.li.style.setProperty("--a", percent((entry.a - entry.s) / (last - entry.s)));
  entry.li.style.setProperty("--b", percent((entry.b - entry.s) / (last - entry.s)));
  return true;
};
// What finds no room is counted in marks that zoom in.
const crowd = (hidden, top) => {
  const groups = [];
  for (const { s } of hidden.sort((one, other) => one.s - other.s)) {
    const group = groups.at(-1);
    if (group && x(s) - group.x < 40) group.n++;
    else groups.push({ x: Math.min(x(s), width() - 34), s, n: 1 });
  }
  return groups.map(({ x, s, n }) => {
    const more = make("li", { class: "more on" }, button(`+${n}`, () => to_zoom(zoom * 4, (s - from) / (to - from)), `${n} more in ${Math.floor(s)}: zoom in`));
    more.style = `inset-inline-start: ${percent(x / width())}; top: ${top * 1.2}rem`;
    return more;
  });
};
const name_lane = (label, top) => {
  const name = make("span", {}, label);
  name.style.top = `${top * 1.2}rem`;
  labels.append(name);
};
const draw = () => {
  if (modes.has("list")) return;
  let shown = -99, top = 3.8;
  for (const [li, year] of years) {
    put(li.firstChild, year, year + 1);
    const thin = x(year) - shown < 40;
    li.classList.toggle("thin", thin);
    if (!thin && year >= from) shown = x(year);
  }
  for (const { a, s, w, href, name, count } of bars) {
    put(a, s, s + w);
    a.style.setProperty("--share", percent(count / most));
    // A bar too narrow to be aimed at is no link; its year is one.
    if (x(from + w) < 24) a.removeAttribute("href");
    else a.href = href;
    a.title = name;
  }
  main.querySelectorAll(".more").forEach((more) => more.remove());
  labels.replaceChildren();
  for (const entry of drawn) entry.room ??= entry.li.firstChild.offsetWidth + 6;
  for (const [type, label] of [...lanes, ["term", "Offices"]]) {
    if (type === "article") name_lane(label, 1.2);
    const rows = [], lane = drawn.filter((entry) => entry.type === type).sort((one, other) => other.n - one.n);
    if (!lane.length) continue;
    const most = x(from + 1) > 1800 ? 99 : 5;
    const bare = lane.filter((entry) => !place(entry, rows, top + 1, most));
    const hidden = bare.filter((entry) => !place(entry, rows, top + 1, most, true));
    name_lane(label, top);
    top += Math.min(rows.length, most) + 1.3;
    if (hidden.length) terms.append(...crowd(hidden, top++ - 0.3));
  }
  main.style.height = `${top * 1.2}rem`;
};

const update = () => {
  const every = modes.has("all"), list = modes.has("list"), middleYear = from + middle() * (to - from);
  from = (every ? years : own)[0][1];
  to = (every ? years : own).at(-1)[1] + 1;
  root.classList.toggle("chart", !list);
  if (list) lists.forEach(([list, children]) => list.replaceChildren(...children));
  else main.replaceChildren(...years.map(([li]) => li), held);
  let outside = 0;
  drawn = [...entries, ...offices].filter((entry) => {
    const match = !("number" in entry) || (types.has(entry.type) && [...chosen.values()].every((thing) => thing[2].includes(entry.number)));
    const within = list || (entry.e > from && entry.s < to);
    entry.li.hidden = !match || !within;
    entry.li.className = "";
    if (match && !within) outside++;
    return match && within;
  });
  years.forEach(([li, year]) => li.classList.toggle("beyond", year < from || year >= to));
  root.classList.toggle("no-articles", !types.has("article") || chosen.size > 0);
  toggles.forEach((each) => each.press());
  status.textContent = `${drawn.length} of ${entries.length} dates shown${outside ? `, ${outside} in other years` : ""}`;
  to_zoom(zoom, middleYear ? (middleYear - from) / (to - from) : 0.5);
};

const choose = (type, thing) => {
  thing ? chosen.set(type, thing) : chosen.delete(type);
  terms.replaceChildren();
  offices = [...chosen.values()].flatMap((thing) => thing[3]).map(([at, title, href]) => {
    const li = make("li", { "data-at": at, "data-type": "term" }, make("a", { href }, title));
    terms.append(li);
    const { number, ...office } = read(li);
    return office;
  });
};
const load = async () => {
  data ??= await (await fetch(new URL("timeline.json", import.meta.url))).json();
  names.replaceChildren(...Object.entries(data).map(([type, { label, things }]) => {
    const select = make("select", {}, make("option", { value: "" }, "any"), ...things.map(([id, title]) => make("option", { value: id }, title)));
    select.value = chosen.get(type)?.[0] ?? "";
    select.onchange = () => { choose(type, things.find(([id]) => id === select.value)); update(); };
    return make("label", {}, `${label} `, select);
  }));
};

// The address tells what is shown.
const remember = () => {
  const told = new URLSearchParams();
  if (types.size < lanes.size) told.set("type", [...types]);
  for (const [type, [id]] of chosen) told.set(type, id);
  if (zoom > 1) told.set("zoom", zoom);
  for (const mode of modes) told.set(mode, "");
  const hash = `${told}`;
  if (hash || location.hash.includes("=")) history.replaceState(null, "", `#${hash.replaceAll("%2C", ",")}`);
};
const recall = async () => {
  const told = new URLSearchParams(location.hash.slice(1));
  if (!location.hash.includes("=")) {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest(".beyond")) modes.add("all");
    update();
    return target?.scrollIntoView();
  }
  types.clear();
  (told.get("type")?.split(",") ?? [...lanes.keys()]).forEach((type) => types.add(type));
  for (const mode of ["all", "list"]) told.has(mode) ? modes.add(mode) : modes.delete(mode);
  chosen.clear();
  if ([...told.keys()].some((key) => !["type", "zoom", "all", "list"].includes(key))) {
    await load();
    for (const type in data) choose(type, data[type].things.find(([id]) => id === told.get(type)));
    await load();
  }
  zoom = +told.get("zoom") || 1;
  update();
};

root.prepend(
  make("div", { class: "controls", role: "group", "aria-label": "What the timeline shows" }, ...toggles, button("−", () => to_zoom(zoom / 2), "Zoom out"), button("+", () => to_zoom(zoom * 2), "Zoom in"), names),
  status,
);
main.replaceWith(make("div", { class: "frame" }, region, labels));
region.append(main);
region.onkeydown = ({ key }) => {
  if (key === "+" || key === "=") to_zoom(zoom * 2);
  if (key === "-") to_zoom(zoom / 2);
};
addEventListener("hashchange", recall);
new ResizeObserver(draw).observe(region);
recall();
