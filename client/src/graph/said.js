// What is said: each statement with its status, confidence and times, and the sentences that say so.

import { make } from "../common/dom.js";
import { documentAddress, language, say, spoken } from "../common/page.js";
import { propertyName, statusName } from "./knowledge.js";

/** Element and class of a piece of a passage, by its role: context, quote, subject, object. */
const LOOKS = [["span", { class: "context" }], ["span", { class: "quote" }], ["mark", { class: "subject" }], ["mark", { class: "object" }]];

/** A statement and its evidence. `name` makes what shows a thing. */
export function statement(told, name) {
  return make(
    "article",
    { class: `said ${told.status}` },
    make("p", { class: "fact" }, name(told.source), " ", make("span", { class: "relation" }, propertyName(told.property)), " ", name(told.target)),
    make("p", { class: "marks" }, badge(told.status), told.status === "background" ? null : confidence(told.confidence), time(told), told.conflicts?.length ? make("span", { class: "badge conflict", title: told.conflicts.map((one) => one.value).join(say("listSeparator")) }, say("contradicted")) : null),
    qualifiers(told, name),
    told.evidence ? told.evidence.map((one) => passage(one, told.id)) : make("p", { class: "note" }, say("onlyBackground")),
  );
}

/** The status, where it is not the usual one. */
const badge = (status) => status !== "asserted" && make("span", { class: `badge ${status}` }, statusName(status));

function confidence(value) {
  const level = value >= 0.85 ? "high" : value >= 0.65 ? "middle" : "low";
  return make("span", { class: `confidence ${level}` }, say("confidenceOf", { n: value.toFixed(2) }));
}

function time({ start, end, dated, times = [] }) {
  const span = dated ? (start === end ? start : `${start} – ${end}`) : times.map((one) => one.replace("/", " – ")).join(", ") || (start === end ? start : `${start} – ${end}`);
  if (!span || span === " – ") return null;
  return make("span", { class: "time" }, dated ? say("reportedIn", { time: span }) : span);
}

function qualifiers({ qualifiers: known = [] }, name) {
  if (!known.length) return null;
  return make("p", { class: "qualifiers" }, known.map((one) => make("span", {}, make("span", { class: "note" }, `${spoken(one.labels, one.property)} `), one.id ? name(one) : one.value)));
}

/** A sentence with its names marked, and the article it stands in. It is what templates/telling.html makes of it on the server. */
function passage(one, said) {
  const [before, after] = one.cut.map((cut) => cut && make("span", { class: "context" }, "…"));
  const words = one.pieces.length ? one.pieces.map(([text, role]) => make(...LOOKS[role], text)) : make("span", { class: "context" }, say("noQuote"));
  return make(
    "blockquote",
    { class: "passage" },
    make("p", { lang: language === "en" ? "zh" : null }, before, words, after),
    make(
      "footer",
      { class: "source" },
      [one.published, one.publisher].filter(Boolean).map((word) => `${word} `),
      make("a", { href: documentAddress(one.document, one.start, one.end, said) }, one.title),
      one.copyOf ? [" ", make("span", { class: "copied" }, say("copyOf", { title: one.copyOf }))] : null,
    ),
  );
}
