// The desk: one entry with its claims on the left, the report with the evidence marked on the right, each leading to the other.
const SHELF = new Map([...document.querySelectorAll("article.report")].map((article) => [article.dataset.report, article]));
let before = "";
let opened = null;

function targets() {
  const [kind, id] = [state.target.slice(0, state.target.indexOf("-")), state.target.slice(state.target.indexOf("-") + 1)];
  if (kind === "entry" && BY_ID.has(id)) return { entry: BY_ID.get(id), report: Object.values(BY_ID.get(id).claims)[0] };
  if (kind === "claim" && OF_CLAIM.has(id)) return { entry: OF_CLAIM.get(id), claim: id, report: OF_CLAIM.get(id).claims[id] };
  if (kind === "report" && SHELF.has(id)) return { report: id };
  return null;
}

function drawDesk() {
  const now = targets();
  const root = document.documentElement;
  const was = root.dataset.view;
  root.dataset.view = now ? "desk" : "overview";
  $("back").hidden = !now;
  $("back").setAttribute("href", address({ target: "", side: "" }));
  $("pick").hidden = true;
  show(null);
  if (!now) {
    if (was === "desk") leave();
    before = "";
    return;
  }
  const fresh = before !== state.target;
  if (was !== "desk") opened = { scroll: scrollY, focus: document.activeElement };
  turn(now);
  marks(now);
  only("tr.row.on", "on", now.entry && $(`row-${now.entry.id}`));
  if (fresh) bring(now, was === "desk");
  before = state.target;
}

// Back in the list, the reader is where they left it.
function leave() {
  drawTimeline();
  drawMap();
  if (!opened) return;
  scrollTo(0, opened.scroll);
  if (opened.focus && opened.focus.isConnected) opened.focus.focus({ preventScroll: true });
  opened = null;
}

// Moves a class from where it was to one element, or to none.
function only(old, name, element) {
  for (const one of document.querySelectorAll(old)) if (one !== element) one.classList.remove(name);
  if (element) element.classList.add(name);
}

function turn({ entry, claim, report }) {
  only("article.entry.on", "on", entry && $(`entry-${entry.id}`));
  only("article.report.on", "on", SHELF.get(report));
  $("no-entry").hidden = Boolean(entry);
  $("no-report").hidden = SHELF.has(report);
  const side = state.side || (claim || !entry ? "report" : "entry");
  $("desk").dataset.side = side;
  $("tab-entry").setAttribute("aria-pressed", String(side === "entry"));
  $("tab-report").setAttribute("aria-pressed", String(side === "report"));
}

function marks({ entry, claim, report }) {
  for (const old of document.querySelectorAll("li.claim.chosen")) old.firstElementChild.removeAttribute("aria-current");
  const item = claim && $(`claim-${claim}`);
  only("li.claim.chosen", "chosen", item);
  if (item) item.firstElementChild.setAttribute("aria-current", "true");
  const article = SHELF.get(report);
  if (!article) return;
  for (const mark of article.querySelectorAll(".text [data-claims], .text [data-speakers]")) {
    const claims = (mark.dataset.claims || "").split(" ");
    const speakers = (mark.dataset.speakers || "").split(" ");
    mark.classList.toggle("mine", Boolean(entry) && claims.some((id) => OF_CLAIM.get(id) === entry));
    mark.classList.toggle("chosen", Boolean(claim) && claims.includes(claim));
    mark.classList.toggle("speaks", Boolean(claim) && speakers.includes(claim));
  }
}

function scrollInto(element, block) {
  if (element) element.scrollIntoView({ block, behavior: STILL.matches ? "auto" : "smooth" });
}

function bring({ entry, claim, report }, within) {
  const article = SHELF.get(report);
  const heading = entry ? $(`title-${entry.id}`) : article && $(`report-title-${report}`);
  const mark = article && (article.querySelector(".text .chosen") || (entry && article.querySelector(".text .mine")));
  if (claim) {
    const item = $(`claim-${claim}`);
    scrollInto(item, "nearest");
    if (!within || $("desk").dataset.side === "entry") item.firstElementChild.focus({ preventScroll: true });
  } else {
    for (const pane of [$("entries"), PHONE.matches ? document.scrollingElement : null]) if (pane) pane.scrollTop = 0;
    if (heading) heading.focus({ preventScroll: true });
  }
  if (!mark && article) $("reports").scrollTop = 0;
  // On a phone only one of the two is there to be scrolled.
  if (mark && mark.offsetParent) scrollInto(mark, "center");
}

// Words on which several claims rest ask which one is meant.
function pickClaim(mark) {
  const ids = mark.dataset.claims.split(" ").filter((id) => OF_CLAIM.has(id));
  if (ids.length < 2) { go({ target: `claim-${ids[0]}`, side: "entry" }); return; }
  const box = $("pick");
  box.replaceChildren(make("p", { class: "note" }, `${ids.length} claims rest on these words`), ...ids.map((id) => {
    const item = $(`claim-${id}`);
    const field = item.closest(".field").querySelector("h3").firstChild.textContent.trim();
    const value = item.querySelector(".value").firstChild.textContent;
    const entry = OF_CLAIM.get(id);
    return make("a", { href: `#claim-${id}`, "data-side": "entry" }, make("b", {}, `${field}: ${value}`), make("span", { dir: "auto" }, entry.title));
  }));
  box.hidden = false;
  const at = mark.getClientRects()[0] || mark.getBoundingClientRect();
  box.style.left = `${Math.max(8, Math.min(innerWidth - box.offsetWidth - 8, at.left))}px`;
  box.style.top = `${at.bottom + box.offsetHeight + 8 < innerHeight ? at.bottom + 6 : Math.max(8, at.top - box.offsetHeight - 6)}px`;
  box.querySelector("a").focus();
  box.returnTo = mark;
}

function startDesk() {
  $("tab-entry").addEventListener("click", () => go({ side: "entry" }, true));
  $("tab-report").addEventListener("click", () => { before = ""; go({ side: "report" }, true); });
  parts.push(drawDesk);
}
