// The editor over the field: CodeMirror, with our terms. The field itself stays what the form sends.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { LanguageSupport, bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintKeymap } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

import { say } from "../common/page.js";
import { about, complete } from "./completion.js";
import { manners, sparql } from "./language.js";
import { mistakes } from "./mistakes.js";
import { vocabulary } from "./vocabulary.js";

const TERM = /[A-Za-z][\w-]*:[\p{L}\p{N}_-]+/gu;

/**
 * Put an editor in place of a field, which follows it.
 * @param {HTMLTextAreaElement} field
 * @param {{nonce: string, run: () => void, tell: (words: string) => void}} options `tell` is told the first mistake in words
 */
export function editor(field, { nonce, run, tell }) {
  const view = new EditorView({
    parent: field.parentElement,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        EditorView.cspNonce.of(nonce),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": say("query"), "aria-describedby": "keys", autocapitalize: "off", spellcheck: "false" }),
        EditorView.domEventHandlers({ beforeinput: typedOver }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) field.value = update.state.doc.toString();
        }),
        Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }])),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
        new LanguageSupport(sparql, manners),
        syntaxHighlighting(classHighlighter),
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        closeBrackets(),
        indentOnInput(),
        autocompletion({ override: [complete], icons: false, maxRenderedOptions: 80, optionClass: ({ type }) => `is-${type}` }),
        hoverTooltip(meaning),
        mistakes(tell),
      ],
    }),
  });
  field.after(view.dom);
  field.hidden = true;
  field.labels.forEach((label) => label.addEventListener("click", () => view.focus()));
  return view;
}

/** Another query in place of what stands there; one step back brings that again. */
export function fill(view, text) {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 }, userEvent: "input" });
}

/** Text typed over a selection: left to itself, the browser keeps its look by a style attribute, which the page's policy forbids. */
function typedOver(event, view) {
  const { from, to, empty } = view.state.selection.main;
  if (event.inputType !== "insertText" || empty || !event.data || event.isComposing) return false;
  event.preventDefault();
  const insert = () => view.state.update(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
  const handled = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, event.data, insert));
  if (!handled) view.dispatch(insert());
  return true;
}

/** What the term under the pointer means. */
async function meaning(view, pos) {
  const line = view.state.doc.lineAt(pos);
  const found = [...line.text.matchAll(TERM)].find((one) => line.from + one.index <= pos && pos <= line.from + one.index + one[0].length);
  const term = found && (await vocabulary().catch(() => null))?.terms[found[0]];
  if (!term) return null;
  const start = line.from + found.index;
  return { pos: start, end: start + found[0].length, above: true, create: () => ({ dom: about(found[0], term) }) };
}
