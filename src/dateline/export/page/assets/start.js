// Joining the parts: links that keep the filters, keys, theme, and drawing again when the room changes.
document.addEventListener("click", (event) => {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (!event.target.closest("#pick")) $("pick").hidden = true;
  const mark = event.target.closest(".text a.ev");
  if (mark) { event.preventDefault(); pickClaim(mark); return; }
  const drawn = event.target.closest("[data-go]");
  if (drawn && drawn.dataset.go) { go({ target: drawn.dataset.go, side: "" }); return; }
  const link = event.target.closest("a[href^='#']");
  if (link && /^#(entry|claim|report)-/.test(link.getAttribute("href"))) {
    event.preventDefault();
    go({ target: link.getAttribute("href").slice(1), side: link.dataset.side || "" });
    return;
  }
  const row = event.target.closest("tr.row");
  if (row && !String(getSelection())) go({ target: `entry-${row.dataset.entry}`, side: "" });
});

document.addEventListener("keydown", (event) => {
  const drawn = event.target.closest && event.target.closest("[data-go]");
  if (drawn && drawn.dataset.go && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    go({ target: drawn.dataset.go, side: "" });
  } else if (event.key === "Escape") {
    if (!$("pick").hidden) { $("pick").hidden = true; if ($("pick").returnTo) $("pick").returnTo.focus(); } else if (state.target && !/INPUT|SELECT/.test(event.target.tagName)) go({ target: "", side: "" });
  }
});

const THEMES = ["system", "light", "dark"];
function theme(name) {
  const root = document.documentElement;
  if (name === "system") delete root.dataset.theme; else root.dataset.theme = name;
  $("theme").textContent = `Theme: ${name}`;
}
$("theme").addEventListener("click", () => {
  const name = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme || "system") + 1) % 3];
  theme(name);
  try { if (name === "system") localStorage.removeItem("dateline-theme"); else localStorage.setItem("dateline-theme", name); } catch (error) { /* not kept */ }
});
theme(document.documentElement.dataset.theme || "system");

startFilters();
startTimeline();
startMap();
startDesk();
readAddress();
refresh();
addEventListener("hashchange", () => { readAddress(); refresh(); });
let pending = 0;
new ResizeObserver(() => { cancelAnimationFrame(pending); pending = requestAnimationFrame(() => { drawTimeline(); drawMap(); }); }).observe($("overview"));
