// What all parts share: the data, the state and its address, and making elements without ever parsing text as markup.
const $ = (id) => document.getElementById(id);
const DATA = JSON.parse($("data").textContent);
const ENTRIES = DATA.entries;
const BY_ID = new Map(ENTRIES.map((entry) => [entry.id, entry]));
const OF_CLAIM = new Map();
for (const entry of ENTRIES) for (const id of Object.keys(entry.claims)) OF_CLAIM.set(id, entry);
const DAY = 86400000;
const SVG = "http://www.w3.org/2000/svg";
const STILL = matchMedia("(prefers-reduced-motion: reduce)");
const PHONE = matchMedia("(max-width: 759px)");

function make(name, attributes, ...children) {
  const drawn = /^(svg|g|path|circle|rect|line|text|use|title)$/.test(name);
  const element = drawn ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

function glyph(family, size) {
  return make("svg", { class: `glyph ${family}`, width: size, height: size, "aria-hidden": "true" }, make("use", { href: `#f-${family}` }));
}

// An entry's first and last moment; a day without an hour lasts until the next.
function moments(entry) {
  const first = entry.start || entry.end;
  const last = entry.end || entry.start;
  if (!first) return null;
  return [Date.parse(first.slice(0, 10)), Date.parse(last.slice(0, 10)) + DAY];
}
for (const entry of ENTRIES) entry.time = moments(entry);

const EMPTY = { q: "", family: [], type: "", country: "", actor: "", from: "", to: "", contested: false, zoom: false };
const state = { target: "", side: "", ...EMPTY };

function readAddress() {
  const hash = location.hash.slice(1);
  const cut = hash.indexOf("?");
  const params = new URLSearchParams(cut < 0 ? "" : hash.slice(cut + 1));
  let target = cut < 0 ? hash : hash.slice(0, cut);
  try { target = decodeURIComponent(target); } catch (error) { target = ""; }
  Object.assign(state, EMPTY, { target: /^(entry|claim|report)-./.test(target) ? target : "", side: params.get("side") || "" });
  for (const key of ["q", "type", "country", "actor"]) state[key] = params.get(key) || "";
  for (const key of ["from", "to"]) state[key] = /^\d{4}-\d\d-\d\d$/.test(params.get(key) || "") ? params.get(key) : "";
  const known = new Set(ENTRIES.map((entry) => entry.family));
  state.family = (params.get("family") || "").split(",").filter((name) => known.has(name));
  state.contested = params.get("contested") === "1";
  state.zoom = params.get("zoom") === "1" && Boolean(state.from || state.to);
}

function address(change) {
  const next = { ...state, ...change };
  const params = new URLSearchParams();
  if (next.q) params.set("q", next.q);
  if (next.family.length) params.set("family", next.family.join(","));
  for (const key of ["type", "country", "actor", "from", "to", "side"]) if (next[key]) params.set(key, next[key]);
  if (next.contested) params.set("contested", "1");
  if (next.zoom && (next.from || next.to)) params.set("zoom", "1");
  const rest = params.toString();
  return `#${encodeURIComponent(next.target)}${rest ? `?${rest}` : ""}`;
}

// Filters replace the address, choices of an entry or a claim add to the history. The browser's own jump to the fragment is
// left out: each pane is brought to its place by itself.
function go(change, replace) {
  const next = address(change);
  if (next !== (location.hash || "#")) history[replace ? "replaceState" : "pushState"](null, "", next);
  readAddress();
  refresh();
}

const parts = [];
function refresh() { for (const part of parts) part(); }

function show(tip, event) {
  const box = $("tip");
  if (!tip) { box.hidden = true; return; }
  box.replaceChildren(...tip.map((line, number) => make(number ? "span" : "b", {}, line)));
  box.hidden = false;
  const at = event.target.getBoundingClientRect();
  const wide = box.offsetWidth;
  box.style.left = `${Math.max(8, Math.min(innerWidth - wide - 8, at.left + at.width / 2 - wide / 2))}px`;
  box.style.top = `${at.top > box.offsetHeight + 16 ? at.top - box.offsetHeight - 8 : at.bottom + 8}px`;
}
