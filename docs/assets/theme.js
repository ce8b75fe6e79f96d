// Runs before the first paint: the reader's own choice of colours, if they made one.
try {
  const choice = localStorage.getItem("colours");
  if (choice === "light" || choice === "dark") document.documentElement.dataset.colours = choice;
} catch {
  // Storage may be forbidden; the system's choice stands.
}
