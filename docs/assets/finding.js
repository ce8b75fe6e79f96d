// What readers type -> the records they mean. The head of the index holds the first entries; of the others a
// word's files tell which have it, and the best of these are fetched (hooks/explainer/data/search_index.py says
// how). All matching is MiniSearch's (vendor/minisearch.js): once over numbers, to choose what to fetch, and
// once over the entries at hand, to rank and show them.
import MiniSearch from "./vendor/minisearch.js";

const FETCHED = 20;
const LOOKED_UP = 5;
// Files of one word: the one in which it would stand, and the next where its beginning runs on.
const FILES = 2;
// For how much a word counts: in a title as once, often in a text, in a text.
const COUNTS = [["title", 1], ["text", 1.6], ["text", 0.6]];

// One spelling for both sides: no accents, no small digits (CO₂), no marks, percent as a word, no grouping in
// numbers ("261,000", "261 000", "261000"). A single point may be a decimal's; two are not ("2.810.778").
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  .replace(/[’‘´`]/g, "'").replace(/%/g, " percent").replace(/(\d)[,'\s](?=\d{3}(?!\d))/gu, "$1")
  .replace(/\d{1,3}(?:\.\d{3}){2,}(?![\d.])/g, (grouped) => grouped.replaceAll(".", ""));

const tokenize = (text) => fold(text).match(/[$€£]?\d[\d.]*\d|[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? [];

// What is written with a hyphen is also found without it.
const joined = (text) => (fold(text).match(/\p{L}+-\p{L}+/gu) ?? []).map((word) => word.replace("-", ""));

export const tokens = (text) => [...tokenize(text), ...joined(text)];

// Words of one family have one stem; `pattern` comes with the index, so that both sides cut alike.
export const stemmer = (pattern) => {
  const ending = new RegExp(pattern);
  return (word) => {
    if (word.length < 5 || /\d/.test(word)) return word;
    const bare = word.replace(/'s?$/, "");
    return ending.exec(bare)?.[1] ?? bare;
  };
};

// Words that ask and say nothing of what about; alone they are looked for as they stand.
const EMPTY = new Set(["a", "an", "and", "are", "by", "did", "do", "does", "for", "how", "in", "is", "of", "on", "the", "to", "was",
  "what", "who", "why", "you"]);

// Whom or what a short query most often means; an address that only bears out others comes last. A person is
// meant by the name.
const WEIGHT = { issue: 4, person: 4, page: 2, term: 2, check: 1.3, event: 1.2, quote: 1.1, position: 0.8, source: 0.4 };

const weight = (term, { kind, title }) =>
  (kind === "person" && !fold(title).includes(term) ? 1 : WEIGHT[kind] ?? 1);

const MATCHING = {
  tokenize,
  boost: { title: 3, names: 3 },
  prefix: (term) => term.length > 2,
  fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.2 : false),
  weights: { fuzzy: 0.2, prefix: 0.5 },
};

// An index of a site: `get` fetches a file of it, once.
export const opened = async (root) => {
  const fetched = new Map();
  const get = (path) => {
    if (!fetched.has(path)) {
      const asked = fetch(new URL(`search/${path}`, root)).then((answer) => {
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.json();
      });
      fetched.set(path, asked);
      asked.catch(() => fetched.delete(path));
    }
    return fetched.get(path);
  };
  const head = await get("index.json");
  const spellings = new Map();
  const stem = stemmer(head.stem);
  const index = new MiniSearch({
    fields: ["title", "names", "text"],
    storeFields: ["kind", "title", "url", "text"],
    tokenize: tokens,
    processTerm: (word) => {
      const root = stem(word);
      if (!spellings.has(root)) spellings.set(root, word);
      return root;
    },
  });
  const add = (entries, first) =>
    index.addAll(entries.map(([kind, title, url, text, names], at) => ({ id: first + at, kind, title, url, text, names })));
  add(head.entries, 0);
  return { head, get, index, add, stem, spellings };
};

const asked = (query) => {
  const typed = tokenize(query);
  const telling = typed.filter((word) => !EMPTY.has(word));
  return { typed, words: telling.length ? telling : typed };
};

const ranked = (search, words, combineWith) => search.index.search(words.join(" "), {
  ...MATCHING, combineWith, boostDocument: (id, term, stored) => weight(term, stored),
});

// What is at hand: every word, however ended; words between quotation marks together and in order, where they so
// stand. `beyond` is how many records there are that nobody fetched.
export const find = (search, query, beyond = 0) => {
  const phrases = [...query.matchAll(/["“”«»]([^"“”«»]+)["“”«»]/gu)].map((found) => fold(found[1]).trim());
  const { typed, words } = asked(query);
  let hits = ranked(search, words, "AND");
  const exact = hits.filter((hit) => phrases.every((phrase) => fold(`${hit.title} ${hit.text}`).includes(phrase)));
  const isExact = phrases.length > 0 && exact.length > 0;
  if (exact.length) hits = exact;
  const partly = !hits.length;
  if (partly) hits = ranked(search, words, "OR");
  const whole = typed.join(" ");
  const score = (hit) => hit.score * (fold(hit.title) === whole ? 4 : fold(`${hit.title} ${hit.text}`).includes(whole) ? 2 : 1);
  hits.sort((a, b) => score(b) - score(a));
  return { hits, number: hits.length + (isExact ? 0 : beyond), partly, meant: meant(search, hits, words) };
};

// Fetches the best of what the head does not hold; says how many more have the words.
export const reach = async (search, query) => {
  const { head, get, index, add, stem } = search;
  if (!head.terms.length) return 0;
  const { words } = asked(query);
  // Long words tell most.
  const stems = words.map(stem).sort((a, b) => b.length - a.length).slice(0, LOOKED_UP);
  const names = [...new Set(stems.flatMap((term) => files(head.terms, term)))];
  const shard = (await Promise.all(names.map(get))).flat();
  const chosen = numbers(head, shard);
  // A word of which not all entries are listed rules none out, unless there is no other.
  const everywhere = new Set(shard.filter(([, , rest]) => rest).map(([term]) => term));
  const telling = stems.filter((term) => !everywhere.has(term));
  const choose = (combineWith) => chosen.search((telling.length ? telling : stems).join(" "), {
    ...MATCHING, combineWith, processTerm: (term) => term, boostDocument: (id) => WEIGHT[kindOf(head, id)] ?? 1,
  });
  let found = choose("AND");
  if (!found.length && !ranked(search, words, "AND").length) found = choose("OR");
  const wanted = new Set(found.slice(0, FETCHED).map(({ id }) => Math.floor(id / head.together)));
  await Promise.all([...wanted].map(async (file) => {
    const entries = await get(`entries/${file}.json`);
    const first = head.entries.length + file * head.together;
    if (!index.has(first)) add(entries, first);
  }));
  return found.filter(({ id }) => !index.has(head.entries.length + id)).length;
};

const kindOf = (head, id) => head.kinds.findLast(([, first]) => first <= id)[0];

const files = (starts, term) => {
  const at = (text) => Math.max(0, starts.findLastIndex((start) => start <= text));
  const [first, last] = [at(term), term.length > 2 ? at(`${term}\uffff`) : at(term)];
  return starts.map((_, number) => `terms/${number}.json`).slice(first, Math.min(last + 1, first + FILES));
};

// An index of numbers, as MiniSearch writes its own down; all entries are as long, for what is listed of a term
// counts how long they are.
const numbers = (head, shard) => {
  const documentIds = {};
  const index = shard.map(([term, listed]) => {
    const fields = { 0: {}, 1: {} };
    listed.split("|").forEach((level, at) => {
      const [field, count] = COUNTS[at];
      let number = 0;
      for (const step of level ? level.split(" ") : []) {
        number += Number(step);
        documentIds[number] = number;
        fields[field === "title" ? 0 : 1][number] = count;
      }
    });
    return [term, fields];
  });
  return MiniSearch.loadJS({
    documentCount: Math.max(1, head.number), nextId: head.number, documentIds, fieldIds: { title: 0, text: 1 },
    fieldLength: Object.fromEntries(Object.keys(documentIds).map((id) => [id, { 0: 1, 1: 1 }])),
    averageFieldLength: [1, 1], storedFields: {}, dirtCount: 0, index, serializationVersion: 2,
  }, { fields: ["title", "text"] });
};

// Where the best hit has another word for one that was typed, ask whether that was meant.
const meant = ({ stem, spellings }, hits, words) => {
  const known = hits[0];
  if (!known) return "";
  let changed = false;
  const better = words.map((word) => {
    const near = known.queryTerms.includes(stem(word)) && !known.terms.some((term) => term.startsWith(stem(word)));
    const other = near && known.terms.find((term) => term[0] === stem(word)[0]);
    if (!other) return word;
    changed = true;
    return spellings.get(other) ?? other;
  });
  return changed ? better.join(" ") : "";
};

// The words around the first that was found, when the title does not hold it: before, found, after.
export const snippet = ({ stem }, hit, around) => {
  const stems = new Set(hit.terms);
  const words = [...hit.text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)];
  const found = words.find((word) => stems.has(stem(fold(word[0]))));
  if (!found) return null;
  const start = Math.max(0, hit.text.lastIndexOf(" ", Math.max(0, found.index - around)) + 1);
  const end = found.index + found[0].length;
  const stop = hit.text.indexOf(" ", end + around);
  return [(start ? "… " : "") + hit.text.slice(start, found.index), found[0],
    stop < 0 ? hit.text.slice(end) : `${hit.text.slice(end, stop)} …`];
};
