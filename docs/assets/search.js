// Search over search/index.json, an array of [kind, title, url, text, names], fetched at the first use. The matching
// is MiniSearch's (vendor/minisearch.js); here are the words readers type, and what is shown of what they find.
import MiniSearch from "./vendor/minisearch.js";
import { parts, say } from "./say.js";

const MOST = 30;
const AROUND = 70;
let loading = null;
let dialog = null;

// One spelling for both sides: no accents, no small digits (CO₂), no marks, percent as a word, no grouping in
// numbers ("261,000", "261 000", "261000"). A single point may be a decimal's; two are not ("2.810.778").
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  .replace(/[’‘´`]/g, "'").replace(/%/g, " percent").replace(/(\d)[,'\s](?=\d{3}(?!\d))/gu, "$1")
  .replace(/\d{1,3}(?:\.\d{3}){2,}(?![\d.])/g, (grouped) => grouped.replaceAll(".", ""));

// Words of one family have one stem (deport, deportee, deportations; migrate, migrants, migratory): the longest
// ending that leaves four letters is cut.
const ENDING = new RegExp(`(?<=^.{4,})(?:${[
  "at(?:ic|e[ds]?|ing|ions?|ive|ors?|ory)", "acion(?:es)?", "e?ments?", "[ae]n(?:ts?|ces?|cy|cies)", "ings?", "ions?", "ures?",
  "[eo]rs?", "e(?:es?|d|s)?", "ied", "ies", "s", "y",
].join("|")})$`);
export const stem = (word) => (word.length < 5 || /\d/.test(word) ? word : word.replace(/'s?$/, "").replace(ENDING, ""));
const tokenize = (text) => fold(text).match(/[$€£]?\d[\d.]*\d|[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? [];

// What is written with a hyphen is also found without it.
const joined = (text) => (fold(text).match(/\p{L}+-\p{L}+/gu) ?? []).map((word) => word.replace("-", ""));

// Words that ask and say nothing of what about; alone they are looked for as they stand.
const EMPTY = new Set(["a", "an", "and", "are", "by", "did", "do", "does", "for", "how", "in", "is", "of", "on", "the", "to", "was",
  "what", "who", "why", "you"]);

// Whom or what a short query most often means; an address that only bears out others comes last. A person is
// meant by the name.
const WEIGHT = { issue: 4, person: 4, page: 2, term: 2, check: 1.3, event: 1.2, quote: 1.1, position: 0.8, source: 0.4 };

const weight = (term, { kind, title }) =>
  (kind === "person" && !fold(title).includes(term) ? 1 : WEIGHT[kind] ?? 1);

const load = (root) => {
  loading ??= fetch(new URL("search/index.json", root))
    .then((answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.json();
    })
    .then(indexed)
    .catch((error) => { loading = null; throw error; });
  return loading;
};

export const indexed = (entries) => {
  const spellings = new Map();
  const index = new MiniSearch({
    fields: ["title", "names", "text"],
    storeFields: ["kind", "title", "url", "text"],
    tokenize: (text) => [...tokenize(text), ...joined(text)],
    processTerm: (word) => {
      const root = stem(word);
      if (!spellings.has(root)) spellings.set(root, word);
      return root;
    },
  });
  index.addAll(entries.map(([kind, title, url, text, names], id) => ({ id, kind, title, url, text, names })));
  return { index, spellings };
};

const options = (combineWith) => ({
  combineWith,
  tokenize,
  boost: { title: 3, names: 3 },
  prefix: (term) => term.length > 2,
  fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.2 : false),
  weights: { fuzzy: 0.2, prefix: 0.5 },
  boostDocument: (id, term, stored) => weight(term, stored),
});

// Every word, however ended; words between quotation marks together and in order, where they so stand.
export const find = ({ index, spellings }, query) => {
  const phrases = [...query.matchAll(/["“”«»]([^"“”«»]+)["“”«»]/gu)].map((found) => fold(found[1]).trim());
  const typed = tokenize(query);
  const telling = typed.filter((word) => !EMPTY.has(word));
  const words = (telling.length ? telling : typed).join(" ");
  let hits = index.search(words, options("AND"));
  const exact = hits.filter((hit) => phrases.every((phrase) => fold(`${hit.title} ${hit.text}`).includes(phrase)));
  if (exact.length) hits = exact;
  const partly = !hits.length;
  if (partly) hits = index.search(words, options("OR"));
  const whole = typed.join(" ");
  const score = (hit) => hit.score * (fold(hit.title) === whole ? 4 : fold(`${hit.title} ${hit.text}`).includes(whole) ? 2 : 1);
  hits.sort((a, b) => score(b) - score(a));
  return { hits, partly, meant: meant(hits, words, spellings) };
};

// Where the best hit has another word for one that was typed, ask whether that was meant.
const meant = (hits, words, spellings) => {
  const known = hits[0];
  if (!known) return "";
  let changed = false;
  const better = tokenize(words).map((word) => {
    const near = known.queryTerms.includes(stem(word)) && !known.terms.some((term) => term.startsWith(stem(word)));
    const other = near && known.terms.find((term) => term[0] === stem(word)[0]);
    if (!other) return word;
    changed = true;
    return spellings.get(other) ?? other;
  });
  return changed ? better.join(" ") : "";
};

const listItem = (hit, root) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const kind = document.createElement("span");
  link.href = new URL(hit.url, root);
  kind.className = "kind";
  kind.textContent = say(`found-${hit.kind}`);
  link.append(kind, hit.title);
  item.append(link);
  const around = snippet(hit);
  if (around) item.append(around);
  return item;
};

// The words around the first that was found, when the title does not hold it.
const snippet = (hit) => {
  const stems = new Set(hit.terms);
  const words = [...hit.text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)];
  const found = words.find((word) => stems.has(stem(fold(word[0]))));
  if (!found) return null;
  const start = Math.max(0, hit.text.lastIndexOf(" ", Math.max(0, found.index - AROUND)) + 1);
  const end = found.index + found[0].length;
  const stop = hit.text.indexOf(" ", end + AROUND);
  const line = document.createElement("p");
  const mark = document.createElement("mark");
  mark.textContent = found[0];
  line.className = "snippet";
  line.append(start ? "… " : "", hit.text.slice(start, found.index), mark,
    hit.text.slice(end, stop < 0 ? undefined : stop), stop < 0 ? "" : " …");
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

  const told = ({ hits: found, partly }) => {
    if (partly && found.length) return say("partly");
    return say(found.length > MOST ? "first-results" : "results", { n: found.length, most: MOST });
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
  const show = async () => {
    const query = input.value;
    if (!query.trim()) {
      hits.replaceChildren();
      advice.replaceChildren();
      state.textContent = "";
      return;
    }
    try {
      const found = find(await load(root), query);
      if (input.value !== query) return;
      hits.replaceChildren(...found.hits.slice(0, MOST).map((hit) => listItem(hit, root)));
      state.textContent = told(found);
      suggest(found.meant);
    } catch {
      state.textContent = say("not-loaded");
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
