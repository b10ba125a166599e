// What a query is without for those who type it here: PREFIX lines, and indentation.

const NOT_CODE = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#[^\n]*/g;
const USED = /(?<![\p{L}\p{N}_:?$-])([A-Za-z][\w-]*):/gu;
const STEP = 2;

const codeOf = (text) => text.replace(NOT_CODE, (part) => " ".repeat(part.length));

/** The lines that declare the prefixes that a query uses and does not declare itself. */
export function prefixLines(text, prefixes) {
  const code = codeOf(text);
  const declared = new Set([...code.matchAll(/\bPREFIX\s+([\w-]*):/gi)].map(([, prefix]) => prefix));
  const used = new Set([...code.matchAll(USED)].map(([, prefix]) => prefix));
  const wanted = [...used].filter((prefix) => prefix in prefixes && !declared.has(prefix)).sort();
  return wanted.map((prefix) => `PREFIX ${prefix}: <${prefixes[prefix]}>\n`).join("");
}

/** How far each line is to be indented: by the brackets that are open, and one step more where a pattern goes on. */
export function indentations(text) {
  const lines = text.split("\n");
  const found = [];
  let depth = 0;
  let goesOn = false;
  codeOf(text)
    .split("\n")
    .forEach((code, at) => {
      const closing = code.trim().match(/^[})\]]*/)[0].length;
      found.push(lines[at].trim() ? STEP * Math.max(0, depth - closing + (goesOn && !closing ? 1 : 0)) : 0);
      depth = Math.max(0, depth + count(code, /[{([]/g) - count(code, /[})\]]/g));
      if (code.trim()) goesOn = /[;,]\s*$/.test(code);
    });
  return found;
}

/** The query with its lines indented; texts over several lines are left as they are. */
export function indented(text) {
  if (/"""|'''/.test(text)) return text;
  const by = indentations(text);
  return text
    .split("\n")
    .map((line, at) => " ".repeat(by[at]) + line.trim())
    .join("\n");
}

const count = (text, pattern) => (text.match(pattern) ?? []).length;
