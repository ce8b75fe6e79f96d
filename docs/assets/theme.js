// Runs before the first paint, so that nothing moves after it: whether scripts run at all, whether
// results are on their way, and the reader's own choice of colours, if they made one.
document.documentElement.classList.add("scripts");
if (new URLSearchParams(location.search).has("q")) document.documentElement.classList.add("searching");
try {
  const choice = localStorage.getItem("colours");
  if (choice === "light" || choice === "dark") document.documentElement.dataset.colours = choice;
} catch {
  // Storage may be forbidden; the system's choice stands.
}
