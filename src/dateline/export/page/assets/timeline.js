// The timeline: a lane for each family, a mark for a day, a bar for a period, a tray for what has no date.
const LANE = 20;
const CROWD = 250;
const MARK = 12;
let domain = null;

function fullDomain() {
  const dated = ENTRIES.filter((entry) => entry.time);
  if (!dated.length) return null;
  const first = Math.min(...dated.map((entry) => entry.time[0]));
  const last = Math.max(...dated.map((entry) => entry.time[1]));
  const pad = Math.max((last - first) * 0.02, 2 * DAY);
  return [first - pad, last + pad];
}

// Ticks on whole years, months or days, whichever leaves about one in ninety pixels.
function ticks([first, last], width) {
  const wanted = Math.max(2, Math.floor(width / 90));
  const months = (last - first) / (DAY * 30.44);
  const out = [];
  const start = new Date(first);
  if (months / wanted >= 0.75) {
    const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((size) => months / size <= wanted) || 2400;
    let month = start.getUTCFullYear() * 12 + (step < 12 ? Math.floor(start.getUTCMonth() / step) * step : 0);
    if (step >= 12) month = Math.floor(month / step) * step;
    for (; ; month += step) {
      const at = new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
      if (at > last) break;
      const opens = month % 12 === 0;
      if (at >= first) out.push([at, step >= 12 ? String(Math.floor(month / 12)) : MONTHS[month % 12] + (opens || !out.length ? ` ${Math.floor(month / 12)}` : ""), opens]);
    }
  } else {
    const step = [1, 2, 5, 7, 14].find((size) => (last - first) / DAY / size <= wanted) || 14;
    for (let at = Math.ceil(first / DAY) * DAY; at <= last; at += step * DAY) {
      const day = new Date(at);
      out.push([at, `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}${out.length ? "" : ` ${day.getUTCFullYear()}`}`, false]);
    }
  }
  return out;
}
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// Marks that would touch go to rows of their own within the lane.
function packed(entries, x, most) {
  const rows = [];
  const placed = [];
  for (const entry of entries) {
    const left = x(entry.time[0]);
    const right = Math.max(x(entry.time[1]), left + 1);
    // A day is a mark at any scale; only what is known no closer is a bar.
    const wide = right - left > MARK && entry.time[1] - entry.time[0] > DAY;
    const middle = (left + right) / 2;
    const span = [Math.min(left, middle - MARK / 2), Math.max(right, middle + MARK / 2)];
    let row = rows.findIndex((end) => end + 1 <= span[0]);
    if (row < 0) row = rows.length < most ? rows.length : most - 1;
    rows[row] = span[1];
    placed.push({ entry, left, right, middle, wide, row });
  }
  return { placed, rows: Math.max(1, rows.length) };
}

function drawTimeline() {
  const box = $("timeline");
  const width = box.clientWidth;
  if (!width) return;
  const whole = fullDomain();
  box.parentElement.hidden = !whole;
  if (!whole) return;
  domain = state.zoom ? [Date.parse(state.from || new Date(whole[0]).toISOString().slice(0, 10)), Date.parse(state.to || new Date(whole[1]).toISOString().slice(0, 10)) + DAY] : whole;
  const gutter = width < 560 ? 26 : 128;
  const x = (time) => gutter + ((time - domain[0]) / (domain[1] - domain[0])) * (width - gutter - 10);
  const inside = shown.filter((entry) => entry.time && entry.time[1] > domain[0] && entry.time[0] < domain[1]);
  const order = [...document.querySelectorAll(".chip[data-family]")].map((chip) => chip.dataset.family);
  const lanes = order.filter((family) => inside.some((entry) => entry.family === family));
  const svg = make("svg", { width, role: "group", "aria-label": `${inside.length} entries by date. Arrow keys move between them.` });
  const grid = svg.appendChild(make("g", { class: "grid", "aria-hidden": "true" }));
  const marks = make("g", { class: "marks" });
  // Many entries get fewer and closer rows; what does not fit overlaps, and choosing dates sets it apart.
  const crowded = inside.length > CROWD;
  const step = crowded ? 14 : LANE;
  let y = 8;
  for (const family of lanes) {
    const { placed, rows } = packed(inside.filter((entry) => entry.family === family), x, crowded ? 3 : 6);
    const height = Math.max(LANE, rows * step);
    grid.append(make("path", { class: "lane", d: `M0 ${y + height + 2}H${width}` }));
    const label = make("g", { class: "lane-label", transform: `translate(4 ${y + LANE / 2})` });
    label.append(make("use", { href: `#f-${family}`, class: `glyph ${family}`, x: 0, y: -7, width: 14, height: 14 }));
    if (gutter > 60) label.append(make("text", { x: 20, dy: ".34em" }, family));
    grid.append(label);
    for (const one of placed) marks.append(mark(one, y + one.row * step + step / 2, [gutter, width - 10]));
    y += height + 4;
  }
  const bottom = y + 2;
  for (const [at, words, strong] of ticks(domain, width - gutter)) {
    if (x(at) < gutter - 1) continue;
    grid.prepend(make("path", { class: strong ? "tick strong" : "tick", d: `M${x(at)} 2V${bottom}` }));
    const end = x(at) > width - 50;
    grid.append(make("text", { class: "tick-label", x: x(at) + (end ? -3 : 3), y: bottom + 12, "text-anchor": end ? "end" : null }, words));
  }
  if (!state.zoom && (state.from || state.to)) {
    const left = Math.max(gutter, x(state.from ? Date.parse(state.from) : domain[0]));
    const right = Math.min(width - 10, x(state.to ? Date.parse(state.to) + DAY : domain[1]));
    svg.append(make("rect", { class: "brush", x: left, y: 0, width: Math.max(2, right - left), height: bottom }));
  }
  svg.append(marks);
  svg.setAttribute("height", bottom + 18);
  brushing(svg, gutter, width, bottom);
  roving(marks);
  box.replaceChildren(svg);
  $("zoom-dates").hidden = state.zoom || !(state.from || state.to);
  $("clear-dates").hidden = !(state.from || state.to);
  drawTray();
}

function mark({ entry, left, right, middle, wide }, y, [least, most]) {
  const one = make("g", { class: `mark ${entry.family}`, role: "link", tabindex: -1, "data-go": `entry-${entry.id}`, "aria-label": `${entry.title}, ${entry.when}` });
  const from = Math.max(least, left);
  const to = Math.min(most, right);
  if (wide && to > from) one.append(make("rect", { class: "bar", x: from, y: y - 4.5, width: Math.max(2, to - from), height: 9, rx: 4.5 }));
  const centre = Math.max(least + 6, Math.min(most - 6, wide ? (from + to) / 2 : middle));
  one.append(make("circle", { class: "touch", cx: centre, cy: y, r: 12 }));
  one.append(make("use", { href: `#f-${entry.family}`, class: `glyph ${entry.family}`, x: centre - MARK / 2, y: y - MARK / 2, width: MARK, height: MARK }));
  describe(one, [entry.title, entry.when]);
  return one;
}

function describe(element, tip) {
  element.addEventListener("pointerenter", (event) => show(tip, event));
  element.addEventListener("pointerleave", () => show(null));
  element.addEventListener("focus", (event) => show(tip, event));
  element.addEventListener("blur", () => show(null));
}

// One stop for the tab key, arrows within.
function roving(group) {
  const all = () => [...group.querySelectorAll("[data-go]")];
  const first = group.querySelector("[data-go]");
  if (first) first.setAttribute("tabindex", 0);
  group.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const marks = all();
    const next = marks[(marks.indexOf(document.activeElement) + step + marks.length) % marks.length];
    event.preventDefault();
    for (const one of marks) one.setAttribute("tabindex", one === next ? 0 : -1);
    next.focus();
  });
}

function brushing(svg, gutter, width, bottom) {
  let start = null;
  let box = null;
  const time = (at) => domain[0] + ((at - gutter) / (width - gutter - 10)) * (domain[1] - domain[0]);
  const place = (event) => Math.max(gutter, Math.min(width - 10, event.clientX - svg.getBoundingClientRect().left));
  svg.addEventListener("pointerdown", (event) => {
    if (event.button || event.pointerType === "touch" || event.target.closest("[data-go]")) return;
    start = place(event);
    event.preventDefault();
  });
  svg.addEventListener("pointermove", (event) => {
    if (start === null) return;
    const now = place(event);
    if (!box && Math.abs(now - start) < 4) return;
    if (!box) {
      svg.setPointerCapture(event.pointerId);
      for (const old of svg.querySelectorAll(".brush")) old.remove();
      box = svg.appendChild(make("rect", { class: "brush", y: 0, height: bottom }));
    }
    box.setAttribute("x", Math.min(start, now));
    box.setAttribute("width", Math.abs(now - start));
  });
  svg.addEventListener("pointerup", (event) => {
    if (start === null) return;
    const [left, right] = [start, place(event)].sort((a, b) => a - b);
    const dragged = Boolean(box);
    start = box = null;
    const day = (at) => new Date(time(at)).toISOString().slice(0, 10);
    if (dragged) go({ from: day(left), to: day(right), zoom: false }, true);
  });
  svg.addEventListener("pointercancel", () => { start = null; if (box) box.remove(); box = null; });
}

function drawTray() {
  const undated = shown.filter((entry) => !entry.time);
  const tray = $("undated");
  tray.hidden = !undated.length;
  tray.replaceChildren(make("b", {}, `Undated (${undated.length})`), ...undated.slice(0, 12).map((entry) =>
    make("a", { class: "chip", href: `#entry-${entry.id}` }, glyph(entry.family, 12), make("span", { dir: "auto" }, entry.title))));
  if (undated.length > 12) tray.append(make("span", { class: "note" }, `and ${undated.length - 12} more in the list`));
}

function startTimeline() {
  parts.push(drawTimeline);
  $("zoom-dates").addEventListener("click", () => go({ zoom: true }, true));
  $("clear-dates").addEventListener("click", () => go({ from: "", to: "", zoom: false }, true));
  if (matchMedia("(pointer: coarse)").matches) $("timeline-hint").textContent = "Bars are dates known only to a period.";
}
