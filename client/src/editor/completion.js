// What may stand at the cursor: terms by their name or label, variables, words of SPARQL, and names of things inside quotes.

import { ask, send } from "../common/api.js";
import { make } from "../common/dom.js";
import { many, say, spoken } from "../common/page.js";
import { FUNCTIONS, KEYWORDS } from "./words.js";
import { called, vocabulary, written } from "./vocabulary.js";

const VARIABLE = /[?$][\p{L}\p{N}_]*$/u;
const PREFIXED = /(?<![\p{L}\p{N}_?$<])([A-Za-z][\w-]*):([\p{L}\p{N}_.-]*)$/u;
const WORD = /[\p{L}_][\p{L}\p{N}_]*$/u;
const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
const MOST_NAMES = 8;
const DATATYPES = ["string", "integer", "decimal", "double", "boolean", "date", "dateTime", "gYear", "gYearMonth"];

/** The source of completions. */
export async function complete(context) {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const code = before.replace(STRING, (text) => "_".repeat(text.length));
  const open = code.search(/["'][^"']*$/);
  if (open >= 0) return quoted(context, line, open, before.slice(open + 1));
  if (/(^|\s)#/.test(code) || /<[^\s>]*$/.test(code)) return null;
  const variable = before.match(VARIABLE);
  if (variable) return result(context, variable[0], variables(context.state.doc.toString(), variable[0]));
  const known = await vocabulary().catch(() => null);
  if (!known || context.aborted) return null;
  const prefixed = before.match(PREFIXED);
  const word = prefixed?.[0] ?? before.match(WORD)?.[0] ?? "";
  const wanted = kindWanted(context.state.sliceDoc(Math.max(0, context.pos - 2000), context.pos - word.length));
  if (prefixed) return ofPrefix(context, known, wanted, ...prefixed);
  if (!word && !context.explicit) return null;
  return result(context, word, [...terms(known, word, "", wanted), ...plain(word), ...prefixes(known, word)]);
}

const result = (context, typed, options) => (options.length ? { from: context.pos - typed.length, options, filter: false } : null);

/** Names of things, for a text that is being written: the thing itself, or the text as the build has it. */
async function quoted(context, line, open, typed) {
  if (!typed.trim()) return null;
  const [found, known] = await Promise.all([search(context, typed), vocabulary().catch(() => null)]);
  if (!found?.hits.length || !known || context.aborted) return null;
  const start = line.from + open;
  const compared = /[=,(]\s*$/.test(line.text.slice(0, open)) && !/[^)]\s*=\s*$/.test(line.text.slice(0, open));
  const options = found.hits.slice(0, MOST_NAMES).flatMap((hit) => {
    const thing = written(hit.id, known.prefixes);
    const kind = spoken(known.terms[`zm:${hit.class}`]?.labels, hit.class);
    const text = { label: `"${hit.name}"`, detail: say("literal"), type: "text", apply: (view) => literal(view, start, hit, thing, compared) };
    const iri = { label: thing, displayLabel: `${hit.name} → ${thing}`, detail: kind, type: "thing", apply: (view) => put(view, start, thing) };
    return compared ? [text, iri] : [iri, text];
  });
  return { from: start + 1, options, filter: false };
}

/** Put something in place of the text in quotes that begins at `start`. */
function put(view, start, text) {
  const line = view.state.doc.lineAt(start);
  const rest = line.text.slice(start - line.from);
  const end = start + rest.match(/^(["'])(?:(?!\1)[^\\]|\\.)*\1?(@[A-Za-z-]+)?/)[0].length;
  view.dispatch({ changes: { from: start, to: end, insert: text }, selection: { anchor: start + text.length }, userEvent: "input.complete" });
}

/** A text is compared as it is; where it stands as a term it needs the language that it has in the build. */
async function literal(view, start, hit, thing, compared) {
  const text = JSON.stringify(hit.name);
  let tag = "";
  if (!compared) {
    const told = await send("/api/table", { sparql: `SELECT ?name { ${thing} rdfs:label ?name }` }).catch(() => null);
    const name = told?.rows?.map(([one]) => one).find((one) => one.value === hit.name);
    tag = name?.language ? `@${name.language}` : "";
  }
  put(view, start, text + tag);
}

async function search(context, q, wait = 100) {
  const running = new AbortController();
  context.addEventListener("abort", () => running.abort(), { onDocChange: true });
  await new Promise((done) => setTimeout(done, wait));
  return context.aborted ? null : ask("/api/search", { q }, { signal: running.signal }).catch(() => null);
}

/** Terms with the prefix that is written; things, where it is one of those. */
async function ofPrefix(context, known, wanted, whole, prefix, local) {
  const found = prefix === "xsd" ? datatypes(local) : terms(known, local, `${prefix}:`, wanted);
  if (found.length || !local || !(prefix in known.prefixes)) return result(context, whole, found);
  const hits = (await search(context, local))?.hits ?? [];
  const options = hits
    .filter((hit) => hit.id.startsWith(`${prefix}/`))
    .map((hit) => ({ label: written(hit.id, known.prefixes), detail: hit.name, type: "thing" }));
  return result(context, whole, options);
}

/** Terms whose name or label has what is typed, the best and most used first. */
export function terms(known, typed, prefix, wanted) {
  const ranked = [];
  for (const [short, term] of Object.entries(known.terms)) {
    if (!short.startsWith(prefix) || short.includes("://")) continue;
    const local = short.slice(short.indexOf(":") + 1);
    const rank = rankOf(typed.toLowerCase(), local.toLowerCase(), term);
    const better = (term.kind === wanted ? 0.5 : 0) + (local.startsWith(typed) ? 0.25 : 0);
    if (rank < 3) ranked.push([rank - better, -term.count, short, term]);
  }
  ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1));
  return ranked.map(([, , short, term]) => option(short, term));
}

function rankOf(typed, local, term) {
  const labels = Object.values(term.labels).map((label) => label.toLowerCase());
  if (local.startsWith(typed)) return 0;
  if (labels.some((label) => label.startsWith(typed))) return 1;
  return local.includes(typed) || labels.some((label) => label.includes(typed)) ? 2 : 3;
}

function option(short, term) {
  const ends = endsOf(term);
  const label = called(short, term);
  return { label: short, detail: [label === short ? "" : label, ends].filter(Boolean).join(" · "), type: term.kind, info: () => about(short, term) };
}

const endsOf = (term) => (term.domain.length || term.range.length ? `${term.domain.join(", ")} → ${term.range.join(", ")}` : "");

/** What a term means: label, comment, between what it stands, how often it is used. */
export function about(short, term) {
  const facts = [say(term.kind === "class" ? "classTerm" : term.kind), endsOf(term), term.count ? many("uses", term.count) : ""].filter(Boolean);
  return make(
    "div",
    { class: "term" },
    make("p", {}, make("strong", {}, called(short, term)), " ", make("code", {}, short)),
    term.comments && spoken(term.comments) ? make("p", {}, spoken(term.comments)) : null,
    make("p", { class: "note" }, facts.join(" · ")),
  );
}

const datatypes = (local) => DATATYPES.filter((name) => name.toLowerCase().startsWith(local.toLowerCase())).map((name) => ({ label: `xsd:${name}`, type: "class" }));

function variables(text, typed) {
  const found = new Set([...text.matchAll(/[?$]([\p{L}\p{N}_]+)/gu)].map(([whole]) => whole));
  const count = text.split(typed).length - 1;
  return [...found]
    .filter((name) => name.startsWith(typed) && !(name === typed && count === 1))
    .map((label) => ({ label, detail: say("variable"), type: "variable" }));
}

function plain(word) {
  const upper = word.toUpperCase();
  const fitting = (name) => name.toUpperCase().startsWith(upper);
  const keywords = KEYWORDS.filter(fitting).map((label) => ({ label, detail: say("keyword"), type: "keyword" }));
  const functions = Object.entries(FUNCTIONS)
    .filter(([name]) => fitting(name))
    .map(([name, takes]) => ({ label: name, detail: `(${takes})`, type: "function", apply: call }));
  return word.length === 1 && /[a-z]/.test(word) ? [...keywords, ...functions].slice(0, 12) : [...keywords, ...functions];
}

function call(view, { label }, from, to) {
  const after = view.state.sliceDoc(to, to + 1) === "(" ? "" : "()";
  const changes = { from, to, insert: label + after };
  view.dispatch({ changes, selection: { anchor: from + label.length + 1 }, userEvent: "input.complete" });
}

function prefixes(known, word) {
  const fitting = Object.entries(known.prefixes).filter(([prefix]) => word && prefix.startsWith(word.toLowerCase()));
  return fitting.map(([prefix, iri]) => ({ label: `${prefix}:`, detail: iri, type: "prefix" }));
}

/** A class after `a`, a property where a subject stands before, else nothing in particular. */
function kindWanted(before) {
  if (/(^|[\s;])(a|rdf:type)\s+$/.test(before)) return "class";
  const code = before.replace(STRING, "_").replace(/(^|\s)#[^\n]*/g, " ");
  if (/[/|^]\s*$/.test(code)) return "property";
  const pattern = code.slice(code.search(/[{};][^{};]*$|\.(\s[^{};.]*)?$/) + 1).trim();
  const written = pattern ? pattern.split(/\s+/).length : 0;
  const after = code.match(/([{};]|\.(?=\s|$))[^{};]*$/)?.[1];
  return (after === ";" && written === 0) || (after !== ";" && written === 1) ? "property" : "";
}
