// Check a quotation now: fetch the stored passage, find the words in it, and give a receipt that can be run again.
import { parts, say } from "./say.js";

const SPACE = /[\s\u00a0\u00ad]+/gu;
const plain = (text) => text.replace(SPACE, " ").trim();
const pieces = (words) => plain(words).split(/\s*(?:\[…\]|\[\.\.\.\]|…)\s*/u).filter(Boolean);

// The end of each piece in turn, or -1 where one does not stand after those before it.
const place = (passage, words) => {
  let end = 0;
  let start = -1;
  for (const piece of pieces(words)) {
    const at = passage.indexOf(piece, end);
    if (at < 0) return null;
    if (start < 0) start = at;
    end = at + piece.length;
  }
  return start < 0 ? null : { start, end };
};

const digest = async (text) => {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

const passageOf = async (address) => {
  const answer = await fetch(address, { cache: "no-store" });
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const mark = page.getElementById(address.hash.slice(1));
  const paragraph = mark?.closest(".paragraph")?.querySelector("p");
  if (!paragraph) throw new Error("no such passage");
  let text = paragraph.textContent;
  for (let next = paragraph.parentElement.nextElementSibling; next && text.length < 8000; next = next.nextElementSibling) {
    text += ` ${next.querySelector("p")?.textContent ?? ""}`;
  }
  return { own: plain(paragraph.textContent), text: plain(text) };
};

const line = (...parts) => {
  const made = document.createElement("p");
  made.append(...parts);
  return made;
};

export function startProof(button) {
  const told = document.querySelector(".proof-result");
  const shown = document.querySelector(`[data-quote="${CSS.escape(button.dataset.proof)}"]`);
  const run = async () => {
    told.replaceChildren(line(say("fetching")));
    try {
      const { own, text } = await passageOf(new URL(button.dataset.source, document.baseURI));
      const found = place(text, shown.textContent);
      if (!found) {
        told.replaceChildren(line(say("not-found")));
        return;
      }
      const mark = document.createElement("mark");
      mark.textContent = text.slice(found.start, found.end);
      const again = document.createElement("a");
      again.href = "?check=now#proof";
      again.textContent = say("again");
      const hash = document.createElement("code");
      hash.textContent = window.isSecureContext ? await digest(own) : say("insecure");
      told.replaceChildren(
        line(text.slice(Math.max(0, found.start - 80), found.start), mark, text.slice(found.end, found.end + 80)),
        line(say("found", { n: [...plain(shown.textContent)].length })),
        line(...parts("receipt", { time: new Date().toISOString(), hash, again })),
      );
    } catch {
      told.replaceChildren(line(say("passage-not-loaded")));
    }
  };
  button.hidden = false;
  button.addEventListener("click", run);
  if (new URLSearchParams(location.search).get("check") === "now") run();
}
