// The filters of a list: a field named x keeps the entries whose data-x is or holds its value. Without
// scripts the links beside it do the same.
import { say } from "./say.js";

export function startFilter(form) {
  const entries = [...document.querySelectorAll(".entry")];
  const groups = [...document.querySelectorAll(".group")];
  const result = form.querySelector(".result");
  form.hidden = false;
  const chosen = () => Object.fromEntries(new FormData(form));

  const apply = () => {
    const wanted = chosen();
    let shown = 0;
    let setOff = 0;
    for (const entry of entries) {
      const fits = Object.entries(wanted).every(([name, value]) => !value
        || entry.dataset[name] === value || entry.dataset[name].split(" ").includes(value));
      entry.hidden = !fits;
      if (entry.dataset.kind === "scare") setOff += fits;
      else shown += fits;
    }
    for (const group of groups) group.hidden = !group.querySelector(".entry:not([hidden])");
    const total = entries.filter((entry) => entry.dataset.kind !== "scare").length;
    const quotes = shown === total ? say("all-shown", { total }) : say("some-shown", { n: shown, total });
    const beside = setOff ? [say("set-off", { n: setOff })] : [];
    result.textContent = (shown || !setOff ? [quotes, ...beside] : beside).join(", ");
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field && [...field.options].some((option) => option.value === value)) field.value = value;
  }
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  apply();
}
