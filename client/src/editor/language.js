// SPARQL for the editor and for queries that are shown: the grammar, and what its words are.

import { indentService } from "@codemirror/language";
import { classHighlighter, highlightCode, styleTags, tags } from "@lezer/highlight";
import { SparqlLanguage } from "codemirror-lang-sparql";

import { FUNCTIONS } from "./words.js";
import { indentations } from "./tidying.js";

const functions = `${Object.keys(FUNCTIONS).join(" ")} SEPARATOR ISURI URI BNODE SUBSTR EXISTS`;

/** The language; functions are told from keywords, language tags and terms are marked. */
export const sparql = SparqlLanguage.configure({
  props: [
    styleTags({
      [functions]: tags.special(tags.variableName),
      Langtag: tags.annotation,
      "Pname_ln Pname_ns": tags.propertyName,
      A_predicate: tags.keyword,
      Var: tags.variableName,
    }),
  ],
});

/** What the editor needs to know of it. */
export const manners = [
  sparql.data.of({ closeBrackets: { brackets: ["(", "[", "{", '"', "'"] }, commentTokens: { line: "#" }, indentOnInput: /^\s*[})\]]$/ }),
  indentService.of((context, at) => {
    const broken = context.simulatedBreak === at ? "\n" : "";
    return indentations(`${context.state.sliceDoc(0, at)}${broken}${context.textAfterPos(at).trim()}x`).at(-1);
  }),
];

/** Colour a query that is shown. */
export function coloured(element) {
  const text = element.textContent;
  const parts = [];
  const put = (code, classes) => {
    const part = document.createElement("span");
    part.className = classes;
    part.textContent = code;
    parts.push(part);
  };
  highlightCode(text, sparql.parser.parse(text), classHighlighter, put, () => parts.push("\n"));
  element.replaceChildren(...parts);
}
