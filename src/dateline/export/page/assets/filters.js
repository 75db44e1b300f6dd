// Which entries are shown, and the controls that say so.
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const words = new Map();
function text(entry) {
  if (!words.has(entry.id)) words.set(entry.id, folded($(`row-${entry.id}`).textContent + " " + $(`entry-${entry.id}`).textContent));
  return words.get(entry.id);
}

let shown = ENTRIES;
let applied = "";
function fits(entry, but) {
  if (state.family.length && but !== "family" && !state.family.includes(entry.family)) return false;
  if (state.type && entry.type !== state.type) return false;
  if (state.country === "-" ? entry.places.length : state.country && !entry.countries.includes(state.country)) return false;
  if (state.actor && !entry.actors.includes(state.actor)) return false;
  if (state.contested && !entry.contested) return false;
  if ((state.from || state.to) && but !== "date") {
    if (!entry.time) return false;
    if (state.from && entry.time[1] <= Date.parse(state.from)) return false;
    if (state.to && entry.time[0] >= Date.parse(state.to) + DAY) return false;
  }
  return folded(state.q).split(/\s+/).every((word) => !word || text(entry).includes(word));
}

function filling(select, options, groups) {
  const homes = new Map();
  for (const [value, name] of options) {
    const group = groups && groups(value);
    if (group && !homes.has(group)) homes.set(group, select.appendChild(make("optgroup", { label: group })));
    (group ? homes.get(group) : select).append(make("option", { value }, name));
  }
}

function startFilters() {
  const families = new Map(ENTRIES.map((entry) => [entry.type, entry.family]));
  const types = [...families.keys()].sort((a, b) => families.get(a).localeCompare(families.get(b)) || a.localeCompare(b));
  filling($("type"), types.map((name) => [name, name]), (name) => families.get(name));
  const countries = Object.entries(DATA.countries).sort((a, b) => a[1].localeCompare(b[1]));
  filling($("country"), [...countries, ["-", "No place on the map"]]);
  filling($("actor"), [...new Set(ENTRIES.flatMap((entry) => entry.actors))].sort().map((name) => [name, name]));
  $("controls").addEventListener("submit", (event) => event.preventDefault());
  for (const key of ["q", "type", "country", "actor", "from", "to"]) {
    $(key).addEventListener(key === "q" ? "input" : "change", () => go({ [key]: $(key).value, zoom: key === "q" && state.zoom }, true));
  }
  $("contested").addEventListener("change", () => go({ contested: $("contested").checked }, true));
  $("clear").addEventListener("click", () => go(EMPTY, true));
  for (const chip of document.querySelectorAll("[data-family]")) {
    chip.addEventListener("click", () => {
      const name = chip.dataset.family;
      const on = state.family.includes(name);
      go({ family: on ? state.family.filter((other) => other !== name) : [...state.family, name] }, true);
    });
  }
  if (!PHONE.matches) $("more").open = true;
  parts.push(showFilters);
}

function showFilters() {
  const wanted = JSON.stringify(Object.keys(EMPTY).map((key) => state[key]));
  if (wanted === applied) return;
  applied = wanted;
  shown = ENTRIES.filter((entry) => fits(entry));
  const ids = new Set(shown.map((entry) => entry.id));
  for (const row of document.querySelectorAll("tr.row")) row.hidden = !ids.has(row.dataset.entry);
  for (const body of document.querySelectorAll("#list tbody")) body.hidden = !body.querySelector("tr.row:not([hidden])");
  const counts = new Map();
  for (const entry of ENTRIES) if (fits(entry, "family")) counts.set(entry.family, (counts.get(entry.family) || 0) + 1);
  for (const chip of document.querySelectorAll("[data-family]")) {
    const name = chip.dataset.family;
    chip.setAttribute("aria-pressed", String(state.family.includes(name)));
    chip.querySelector("b").textContent = counts.get(name) || 0;
    chip.classList.toggle("none", !counts.get(name));
  }
  for (const key of ["q", "type", "country", "actor", "from", "to"]) if ($(key).value !== state[key]) $(key).value = state[key];
  $("contested").checked = state.contested;
  const active = ["q", "type", "country", "actor", "from", "to", "contested"].filter((key) => state[key]).length;
  $("active").hidden = !active;
  $("active").textContent = active;
  $("clear").disabled = !active && !state.family.length;
  $("status").textContent = `${shown.length} of ${ENTRIES.length} ${ENTRIES.length === 1 ? "entry" : "entries"}`;
  $("nothing").hidden = shown.length > 0;
}
