// A term of an answer as a cell shows it. It is what templates/answer.html makes of it on the server.

import { make } from "../common/dom.js";
import { documentAddress, entityAddress, say, spoken } from "../common/page.js";

const LONG = 400;
const SHOWN = 120;

/**
 * The content of a cell.
 * @param {object|null} term an `iri`, a `blank` node, a `triple`, or a `value` with its `language` or `datatype`
 * @param {object} known what is known of the IRIs
 */
export function cell(term, known) {
  if (term === null) return [];
  if ("iri" in term) return iri(term.iri, known[term.iri]);
  if (!("value" in term)) return [make("span", { class: "iri" }, "blank" in term ? `_:${term.blank}` : term.triple)];
  const tag = term.language ? `@${term.language}` : term.datatype;
  return [text(term.value, term.language), ...(tag ? [" ", make("span", { class: "tag" }, tag)] : [])];
}

/** A text; a long one is folded. */
function text(value, lang) {
  const letters = [...value];
  if (letters.length <= LONG) return make("span", { lang }, value);
  return make("details", { class: "long", lang }, make("summary", {}, make("span", {}, `${letters.slice(0, SHOWN).join("")}…`)), value);
}

function iri(address, one) {
  const link = (href, title, text) => [make("a", { href, title }, text)];
  if (one.kind === "thing") return link(entityAddress(one.id), one.short, one.name);
  if (one.kind === "document") return link(documentAddress(address), one.short, one.name || one.short);
  const short = [" ", make("span", { class: "tag" }, one.short)];
  if (one.kind === "passage") return [...link(documentAddress(one.document, one.start, one.end), say("passage"), one.name || one.short), ...short];
  if (one.kind === "said") {
    const words = one.words.map((word) => (typeof word === "string" ? word : spoken(word))).join(" · ");
    return [...link(`${entityAddress(one.id)}#${encodeURI(one.anchor)}`, say("fact"), words), ...short];
  }
  if (one.kind === "term") return [spoken(one.labels), ...short];
  return [make("span", { class: "iri" }, one.short)]; // an address of somebody else is no link of ours
}
