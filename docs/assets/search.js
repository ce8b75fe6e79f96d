// Search over search/index.json, an array of [kind, title, url, text], fetched at the first use.

const MOST = 30;
let loading = null;
let dialog = null;

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  .replace(/[’‘]/g, "'").replace(/[“”]/g, "\"").replace(/\u00a0/g, " ");

const load = (root) => {
  loading ??= fetch(new URL("search/index.json", root))
    .then((answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.json();
    })
    .then((entries) => entries.map(([kind, title, url, text]) => (
      { kind, title, url, name: fold(title), text: fold(`${title} ${text}`) }
    )))
    .catch((error) => { loading = null; throw error; });
  return loading;
};

// Whom or what a short query most often means, where its words are in the name itself.
const FIRST = { person: 20, issue: 20, page: 8, term: 4 };

// All words must be there; names, whole phrases, starts of words and short records count for more.
const score = (entry, phrase, words) => {
  let sum = entry.name.includes(phrase) ? 12 + (FIRST[entry.kind] ?? 0) : entry.text.includes(phrase) ? 8 : 0;
  if (entry.name === phrase) sum += 20;
  for (const word of words) {
    const place = entry.text.indexOf(word);
    if (place < 0) return 0;
    sum += 1 + (entry.name.includes(word) ? 2 : 0);
    if (place === 0 || /\W/.test(entry.text[place - 1])) sum += 1;
  }
  return sum + 8 * phrase.length / entry.text.length;
};

const find = (entries, query) => {
  const phrase = fold(query).trim().replace(/\s+/g, " ");
  const words = phrase.split(" ").filter(Boolean);
  if (!words.length) return [];
  return entries
    .map((entry, order) => ({ entry, order, score: score(entry, phrase, words) }))
    .filter((hit) => hit.score)
    .sort((a, b) => b.score - a.score || a.order - b.order);
};

const listItem = (entry, root) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const kind = document.createElement("span");
  link.href = new URL(entry.url, root);
  kind.className = "kind";
  kind.textContent = entry.kind;
  link.append(kind, entry.title);
  item.append(link);
  return item;
};

export function placeSearch(place, root) {
  const form = document.createElement("form");
  form.className = "search-form";
  form.setAttribute("role", "search");
  const label = document.createElement("label");
  label.textContent = "Search words, names or numbers";
  const input = document.createElement("input");
  input.type = "search";
  input.name = "q";
  input.autocomplete = "off";
  label.append(input);
  form.append(label);
  const state = document.createElement("p");
  state.className = "meta";
  state.setAttribute("role", "status");
  const hits = document.createElement("ol");
  hits.className = "hits";
  place.replaceChildren(form, state, hits);

  const show = async () => {
    const query = input.value;
    if (!query.trim()) {
      hits.replaceChildren();
      state.textContent = "";
      return;
    }
    try {
      const found = find(await load(root), query);
      if (input.value !== query) return;
      hits.replaceChildren(...found.slice(0, MOST).map(({ entry }) => listItem(entry, root)));
      state.textContent = found.length > MOST ? `${found.length} results, the first ${MOST} shown`
        : found.length === 1 ? "1 result" : `${found.length || "No"} results`;
    } catch {
      state.textContent = "The search index could not be loaded.";
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
    dialog.setAttribute("aria-label", "Search");
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Close";
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
