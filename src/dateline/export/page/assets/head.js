// Before anything is drawn: whether scripts run, and the reader's choice of theme.
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("dateline-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch (error) { /* storage is closed to pages opened from some places */ }
