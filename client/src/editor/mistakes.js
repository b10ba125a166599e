// Mistakes shown where they are: what the server's parser says, and terms that the build does not know.

import { linter } from "@codemirror/lint";

import { send } from "../common/api.js";
import { say } from "../common/page.js";
import { nearest, vocabulary } from "./vocabulary.js";

const WAIT = 700;
const NOT_CODE = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#[^\n]*/g;
const TERM = /(?<![\p{L}\p{N}_:?$-])(zm):([\p{L}\p{N}_-]+)/gu;

/**
 * Look for mistakes once nobody types for a while.
 * @param {(words: string) => void} tell told the first one in words, or nothing
 */
export function mistakes(tell) {
  return linter(
    async (view) => {
      const text = view.state.doc.toString();
      const found = text.trim() ? [...(await malformed(view.state.doc, text)), ...(await unknown(text, view.state.selection.main.head))] : [];
      if (view.state.doc.toString() === text) tell(found[0]?.message ?? "");
      return found;
    },
    { delay: WAIT },
  );
}

async function malformed(doc, sparql) {
  const { mistake } = await send("/api/check", { sparql }).catch(() => ({ mistake: null }));
  if (!mistake) return [];
  const { from, to } = place(doc, mistake);
  const where = mistake.line ? `${say("place", mistake)}${say("colon")}` : "";
  const message = `${where}${mistake.what}${mistake.remedy ? `; ${mistake.remedy}` : ""}`;
  return [{ from, to, severity: "error", message }];
}

/** Where a mistake stands: from its line and column, counted in characters, to the end of the word. */
function place(doc, { line = 1, column = 1 }) {
  const told = doc.line(Math.min(line, doc.lines));
  const before = [...told.text].slice(0, column - 1).join("").length;
  const word = told.text.slice(before).match(/^\S[^\s{}().;,]*/)?.[0] ?? "";
  const from = Math.max(told.from, told.from + before - (word ? 0 : 1));
  return { from, to: Math.min(from + Math.max(word.length, 1), doc.length) };
}

/** Terms of the ontology that the build does not know; not the one that is just being typed. */
async function unknown(text, cursor) {
  const known = await vocabulary().catch(() => null);
  const code = text.replace(NOT_CODE, (part) => " ".repeat(part.length));
  if (!known || /\bPREFIX\s+zm:/i.test(code)) return [];
  return [...code.matchAll(TERM)]
    .filter(({ 0: term, index }) => !(term in known.terms) && cursor !== index + term.length)
    .map(({ 0: term, index }) => {
      const near = nearest(term, known.terms);
      return { from: index, to: index + term.length, severity: "warning", message: near ? say("unknownNear", { term, near }) : say("unknown", { term }) };
    });
}
