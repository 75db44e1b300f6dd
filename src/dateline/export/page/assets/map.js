// The map: outlines in Mercator's projection, points with their radius of uncertainty, areas as areas.
const view = { x: 0, y: 0, unit: 1, width: 0, height: 0, moved: false };
const EQUATOR = 40075017;
const PIN = 15;
const layers = {};

function startMap() {
  const svg = make("svg", { class: "world", role: "group", "aria-label": "Entries on the map. Arrow keys move between them.", tabindex: -1 });
  layers.svg = svg;
  for (const name of ["land", "areas", "rings", "towns", "leaders", "pins"]) layers[name] = svg.appendChild(make("g", { class: name, "aria-hidden": name === "pins" ? null : "true" }));
  layers.shapes = new Map();
  for (const [code, path] of DATA.map.shapes) {
    const shape = layers.land.appendChild(make("path", { d: path }));
    if (code) layers.shapes.set(code, shape);
  }
  $("map").append(svg);
  roving(layers.pins);
  const middle = () => [view.width / 2, view.height / 2];
  $("zoom-in").addEventListener("click", () => zoom(0.6, ...middle()));
  $("zoom-out").addEventListener("click", () => zoom(1 / 0.6, ...middle()));
  $("zoom-fit").addEventListener("click", () => { view.moved = false; drawMap(); });
  $("unlocated").addEventListener("click", () => go({ country: state.country === "-" ? "" : "-" }, true));
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 150), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  $("map-hint").textContent = matchMedia("(pointer: coarse)").matches ? "Two fingers move the map." : "Drag to move, Ctrl and scroll to zoom.";
  dragging(svg);
  pinching(svg);
  parts.push(drawMap);
}

function bounded() {
  const world = DATA.map.scale;
  view.unit = Math.max(0.12, Math.min(world / view.width, view.unit));
  view.x = Math.max(0, Math.min(world - view.width * view.unit, view.x));
  view.y = Math.max(0, Math.min(world * 0.9 - view.height * view.unit, view.y));
}

function zoom(by, atX, atY) {
  const [x, y] = [view.x + atX * view.unit, view.y + atY * view.unit];
  view.unit *= by;
  bounded();
  view.x = x - atX * view.unit;
  view.y = y - atY * view.unit;
  view.moved = true;
  bounded();
  place();
}

function dragging(svg) {
  let last = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button || event.pointerType === "touch" || event.target.closest("[data-go], [data-stack]")) return;
    last = [event.clientX, event.clientY];
    svg.setPointerCapture(event.pointerId);
    svg.classList.add("held");
  });
  svg.addEventListener("pointermove", (event) => {
    if (!last) return;
    shift(event.clientX - last[0], event.clientY - last[1]);
    last = [event.clientX, event.clientY];
  });
  for (const name of ["pointerup", "pointercancel"]) svg.addEventListener(name, () => { last = null; svg.classList.remove("held"); });
}

function shift(dx, dy) {
  view.x -= dx * view.unit;
  view.y -= dy * view.unit;
  view.moved = true;
  bounded();
  place();
}

// One finger scrolls the page, two move and zoom the map.
function pinching(svg) {
  let last = null;
  const read = (event) => {
    const [a, b] = event.touches;
    const box = svg.getBoundingClientRect();
    return { x: (a.clientX + b.clientX) / 2 - box.left, y: (a.clientY + b.clientY) / 2 - box.top, apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1 };
  };
  svg.addEventListener("touchstart", (event) => { last = event.touches.length === 2 ? read(event) : null; }, { passive: true });
  svg.addEventListener("touchmove", (event) => {
    if (!last || event.touches.length !== 2) return;
    event.preventDefault();
    const now = read(event);
    shift(now.x - last.x, now.y - last.y);
    zoom(last.apart / now.apart, now.x, now.y);
    last = now;
  }, { passive: false });
  svg.addEventListener("touchend", () => { last = null; });
}

function fit() {
  const points = shown.flatMap((entry) => entry.places);
  const world = DATA.map.scale;
  let [left, right, top, bottom] = [0.05 * world, 0.95 * world, 0.25 * world, 0.68 * world];
  if (points.length) {
    const spread = points.map((point) => (point.area ? (reach(point) || 0) : 0));
    left = Math.min(...points.map((point, i) => point.x - spread[i]));
    right = Math.max(...points.map((point, i) => point.x + spread[i]));
    top = Math.min(...points.map((point, i) => point.y - spread[i]));
    bottom = Math.max(...points.map((point, i) => point.y + spread[i]));
  }
  const least = 320;
  view.unit = Math.max((right - left) / (view.width - 120), (bottom - top) / (view.height - 70), least / view.width);
  // The buttons stand at the right.
  view.x = (left + right) / 2 - (view.width / 2 - 24) * view.unit;
  view.y = (top + bottom) / 2 - (view.height / 2) * view.unit;
  bounded();
}

// A radius on the ground in units of the map, which grow with the latitude.
function reach(point) {
  return point.radius ? (point.radius / EQUATOR) * DATA.map.scale / Math.cos((point.lat * Math.PI) / 180) : null;
}

function drawMap() {
  const box = $("map");
  view.width = box.clientWidth;
  view.height = box.clientHeight;
  if (!view.width) return;
  layers.svg.setAttribute("viewBox", `0 0 ${view.width} ${view.height}`);
  if (!view.moved) fit();
  const without = shown.filter((entry) => !entry.places.length).length;
  $("unlocated").hidden = !without;
  $("unlocated").textContent = state.country === "-" ? "Show all entries" : `${without} of ${shown.length} without a place on the map`;
  const whole = new Set(shown.flatMap((entry) => entry.places.map((point) => point.country)).filter(Boolean));
  for (const [code, shape] of layers.shapes) shape.classList.toggle("told", whole.has(code));
  place();
}

function place() {
  layers.land.setAttribute("transform", `scale(${1 / view.unit}) translate(${-view.x} ${-view.y})`);
  const at = (x, y) => [(x - view.x) / view.unit, (y - view.y) / view.unit];
  const points = [];
  const rings = [];
  const areas = [];
  for (const entry of shown) {
    for (const point of entry.places) {
      const [x, y] = at(point.x, point.y);
      const r = reach(point) ? reach(point) / view.unit : null;
      if (x + (r || 0) < 0 || y + (r || 0) < 0 || x - (r || 0) > view.width || y - (r || 0) > view.height) continue;
      if (r && !point.country && (point.area || r > PIN * 0.6)) {
        (point.area ? areas : rings).push(make("circle", { class: `${point.area ? "area" : "ring"} ${entry.family}`, cx: x, cy: y, r: Math.min(r, 4000) }));
      }
      points.push({ entry, point, x, y });
    }
  }
  layers.areas.replaceChildren(...areas);
  layers.rings.replaceChildren(...rings);
  drawPins(points.filter(({ x, y }) => x > -PIN && y > -PIN && x < view.width + PIN && y < view.height + PIN));
  drawNames(at);
}

// Pins that would cover each other are spread on a ring, or stand as a number that opens.
function drawPins(points) {
  const stacks = [];
  for (const one of points) {
    const near = stacks.find((stack) => Math.hypot(stack.x - one.x, stack.y - one.y) < PIN);
    if (near) near.members.push(one); else stacks.push({ x: one.x, y: one.y, members: [one] });
  }
  const leaders = [];
  const pins = [];
  for (const { x, y, members } of stacks) {
    if (members.length === 1) { pins.push(pin(members[0], x, y)); continue; }
    if (members.length > 8) { pins.push(stack(members, x, y)); continue; }
    const ring = Math.max(PIN * 0.8, (members.length * (PIN + 4)) / (2 * Math.PI));
    members.forEach((one, number) => {
      const turn = (number / members.length) * 2 * Math.PI - Math.PI / 2;
      const [to, down] = [x + ring * Math.cos(turn), y + ring * Math.sin(turn)];
      leaders.push(make("path", { class: "leader", d: `M${one.x} ${one.y}L${to} ${down}` }));
      pins.push(pin(one, to, down));
    });
    leaders.push(make("circle", { class: "foot", cx: x, cy: y, r: 2 }));
  }
  layers.leaders.replaceChildren(...leaders);
  layers.pins.replaceChildren(...pins);
  const first = layers.pins.querySelector("[data-go]");
  if (first) first.setAttribute("tabindex", 0);
}

function pin({ entry, point }, x, y) {
  const one = make("g", { class: `pin ${entry.family}${point.area ? " hollow" : ""}`, role: "link", tabindex: -1, "data-go": `entry-${entry.id}`, "aria-label": `${entry.title}, ${entry.when}: ${point.name}, ${point.note}` });
  one.append(make("circle", { class: "disc", cx: x, cy: y, r: PIN / 2 + 2 }));
  one.append(make("use", { href: `#f-${entry.family}`, class: `glyph ${entry.family}`, x: x - 6, y: y - 6, width: 12, height: 12 }));
  describe(one, [entry.title, entry.when, `${point.name} (${point.note})`]);
  return one;
}

function stack(members, x, y) {
  const one = make("g", { class: "pin many", role: "button", tabindex: -1, "data-stack": "", "data-go": "", "aria-label": `${members.length} entries here: zoom in` });
  one.append(make("circle", { class: "disc", cx: x, cy: y, r: PIN }), make("text", { x, y, dy: ".35em", "text-anchor": "middle" }, String(members.length)));
  const open = (event) => { event.stopPropagation(); zoom(0.4, x, y); };
  one.addEventListener("click", open);
  one.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(event); } });
  describe(one, [`${members.length} entries`, "Choose to zoom in"]);
  return one;
}

// Names of countries, then of the largest towns in view, where they leave each other and the pins room.
function drawNames(at) {
  const taken = [...layers.pins.querySelectorAll(".disc")].map((disc) => {
    const [x, y, r] = ["cx", "cy", "r"].map((name) => Number(disc.getAttribute(name)) + (name === "r" ? 1 : 0));
    return [x - r, y - r, x + r, y + r];
  });
  const free = (box) => {
    if (box[0] < 2 || box[1] < 2 || box[2] > view.width - 2 || box[3] > view.height - 2) return false;
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return false;
    return taken.push(box);
  };
  const out = [];
  for (const [, , name, cx, cy, size] of DATA.map.shapes) {
    const [x, y] = at(cx, cy);
    const half = name.length * 3.9;
    if (!name || size / view.unit < half * 1.6 || !free([x - half, y - 8, x + half, y + 8])) continue;
    out.push(make("text", { class: "country", x, y, dy: ".34em", "text-anchor": "middle" }, name));
  }
  const most = Math.max(6, Math.min(22, (view.width * view.height) / 14000));
  let count = 0;
  for (const [name, tx, ty] of DATA.map.towns) {
    if (count >= most) break;
    const [x, y] = at(tx, ty);
    if (!free([x - 4, y - 9, x + 8 + name.length * 6.2, y + 9])) continue;
    count += 1;
    out.push(make("circle", { cx: x, cy: y, r: 1.6 }), make("text", { x: x + 5, y, dy: ".34em" }, name));
  }
  layers.towns.replaceChildren(...out);
}
