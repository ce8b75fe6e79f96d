// The reader's choice between light and dark colours; without one the system decides.

const system = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => {
  const choice = document.documentElement.dataset.colours;
  return choice ? choice === "dark" : system.matches;
};

export function startColours(button) {
  if (!button) return;
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.hidden = false;
  show();
  system.addEventListener("change", show);
  button.addEventListener("click", () => {
    const choice = isDark() ? "light" : "dark";
    document.documentElement.dataset.colours = choice;
    try {
      localStorage.setItem("colours", choice);
    } catch {
      // Storage may be forbidden; the choice then holds for this page.
    }
    show();
  });
}
