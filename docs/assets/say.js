// The words that scripts say, in the site's language: words.js is made of them when the site is built.
import { language, texts } from "./words.js";

const plurals = new Intl.PluralRules(language);

const form = (name, n) => {
  const text = texts[name];
  if (typeof text === "string") return text;
  return (n === 0 && text.none) || text[plurals.select(n)] || text.other;
};

// A text as strings and elements to append, each {place} filled with its value.
export const parts = (name, values = {}) => form(name, values.n).split(/\{(\w+)\}/u)
  .map((part, at) => (at % 2 ? values[part] : part));

export const say = (name, values) => parts(name, values).join("");
