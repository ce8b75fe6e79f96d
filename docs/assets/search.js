// The search: a form that lists what `finding.js` finds, on its own page and in a dialog on every page. The index is
// fetched at the first use.
import { find, opened, reach, snippet } from "./finding.js";
import { parts, say } from "./say.js";

const MOST = 30;
const AROUND = 70;
// Milliseconds without a key after which what is not at hand is fetched.
const PAUSE = 150;
let loading = null;
let dialog = null;

const load = (root) => {
  loading ??= opened(root).catch((error) => { loading = null; throw error; });
  return loading;
};

const listItem = (search, hit, root) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const kind = document.createElement("span");
  link.href = new URL(hit.url, root);
  kind.className = "kind";
  kind.textContent = say(`found-${hit.kind}`);
  link.append(kind, hit.title);
  item.append(link);
  const around = snippet(search, hit, AROUND);
  if (around) item.append(paragraph(around));
  return item;
};

const paragraph = ([before, found, after]) => {
  const line = document.createElement("p");
  const mark = document.createElement("mark");
  mark.textContent = found;
  line.className = "snippet";
  line.append(before, mark, after);
  return line;
};

export function placeSearch(place, root) {
  const form = document.createElement("form");
  form.className = "search-form";
  form.setAttribute("role", "search");
  const label = document.createElement("label");
  label.textContent = say("search");
  const input = document.createElement("input");
  input.type = "search";
  input.name = "q";
  input.autocomplete = "off";
  label.append(input);
  form.append(label);
  const state = document.createElement("p");
  state.className = "meta";
  state.setAttribute("role", "status");
  const advice = document.createElement("p");
  advice.className = "advice";
  const hits = document.createElement("ol");
  hits.className = "hits";
  place.replaceChildren(form, state, advice, hits);

  const told = ({ hits: found, number, partly }) => {
    if (partly && number) return say("partly");
    const most = Math.min(found.length, MOST);
    return say(number > most ? "first-results" : "results", { n: number, most });
  };
  const suggest = (words) => {
    advice.replaceChildren();
    if (!words) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => { input.value = words; show(); input.focus(); });
    advice.append(...parts("did-you-mean", { words: button }));
  };
  const list = (search, found) => {
    hits.replaceChildren(...found.hits.slice(0, MOST).map((hit) => listItem(search, hit, root)));
    state.textContent = told(found);
    suggest(found.meant);
  };
  const show = async () => {
    const query = input.value;
    if (!query.trim()) {
      hits.replaceChildren();
      advice.replaceChildren();
      state.textContent = "";
      return;
    }
    try {
      const search = await load(root);
      if (input.value !== query) return;
      if (search.head.terms.length) {
        const found = find(search, query);
        if (!found.partly) list(search, found);
        await new Promise((resolve) => { setTimeout(resolve, PAUSE); });
        if (input.value !== query) return;
      }
      const beyond = await reach(search, query);
      if (input.value === query) list(search, find(search, query, beyond));
    } catch {
      if (input.value === query) state.textContent = say("not-loaded");
    }
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", () => load(root).catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    hits.querySelector("a")?.focus();
  });
  const asked = dialog?.contains(place) ? null : new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked;
    show();
  }
  place.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...hits.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  return input;
}

export function openSearch(root) {
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.className = "search-dialog";
    dialog.setAttribute("aria-label", say("search-dialog"));
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = say("close");
    close.addEventListener("click", () => dialog.close());
    const place = document.createElement("div");
    document.body.append(dialog);
    dialog.append(place);
    placeSearch(place, root);
    place.querySelector("form").append(close);
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
  }
  dialog.showModal();
  dialog.querySelector("input").focus();
}
