// Progressive enhancements: every page reads whole without them. Each is loaded only where it is used.

import { startColours } from "./colours.js";

startColours(document.querySelector(".theme-toggle"));

// Search: the link leads to a page; with scripts it opens a dialog in place.
const link = document.querySelector(".search-link");
const open = async (event) => {
  event.preventDefault();
  const { openSearch } = await import("./search.js");
  openSearch(new URL(link.dataset.searchRoot, document.baseURI));
};
link?.addEventListener("click", (event) => {
  if (!event.metaKey && !event.ctrlKey && !event.shiftKey) open(event);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && link && !event.target.closest("input, select, textarea, dialog")) open(event);
});

const place = document.querySelector("[data-search]");
if (place) {
  const { placeSearch } = await import("./search.js");
  placeSearch(place, new URL(place.dataset.search, document.baseURI));
}

const filter = document.querySelector(".filter");
if (filter) {
  const { startFilter } = await import("./filter.js");
  startFilter(filter);
}

const proof = document.querySelector("[data-proof]");
if (proof) {
  const { startProof } = await import("./proof.js");
  startProof(proof);
}

const readers = document.querySelectorAll(".chart-reader");
if (readers.length) {
  const { startCharts } = await import("./charts.js");
  startCharts(readers);
}

// Copy buttons.
for (const button of document.querySelectorAll("[data-copy], [data-words]")) {
  button.hidden = false;
  const words = button.textContent;
  button.addEventListener("click", async () => {
    const text = button.dataset.words ?? document.querySelector(button.dataset.copy).innerText;
    const copied = await navigator.clipboard.writeText(text.trim()).then(() => true, () => false);
    const { say } = await import("./say.js");
    button.textContent = say(copied ? "copied" : "copy-by-hand");
    const told = button.parentElement.querySelector("[role=status]");
    if (told) told.textContent = button.textContent;
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}

// Terms: Escape puts an explanation away while its term keeps the focus (WCAG 1.4.13).
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const term of document.querySelectorAll(".term:hover, .term:focus-within")) {
    term.classList.add("closed");
    const reopen = () => term.classList.remove("closed");
    term.addEventListener("mouseleave", reopen, { once: true });
    term.addEventListener("focusout", reopen, { once: true });
  }
});
