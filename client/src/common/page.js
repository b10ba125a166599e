// What a page tells its scripts: the words of the interface, the language, and JSON that lies in the page.

/** The JSON in the element with that id, or nothing. */
export function told(id) {
  const element = document.getElementById(id);
  return element ? JSON.parse(element.textContent) : null;
}

const words = told("words") ?? {};

/** The language of the interface: en, zh-Hans or zh-Hant. */
export const language = document.documentElement.lang;

/** A word of the interface, with what stands in for its {names}. */
export function say(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A word that has a form for one and one for many, split by a bar; `n` is the number. */
export function many(key, n, values = {}) {
  const forms = (words[key] ?? key).split("|");
  return (n === 1 ? forms[0] : forms.at(-1)).replace(/\{(\w+)\}/g, (whole, name) => ({ n: n.toLocaleString(language), ...values })[name] ?? whole);
}

/** A text in the reader's language, of labels by language. */
export function spoken(labels, otherwise = "") {
  return labels?.[language] ?? labels?.["zh-Hans"] ?? labels?.en ?? otherwise;
}

/** The address of the page of a thing. */
export const entityAddress = (id) => `/entity/${id.split("/").map(encodeURIComponent).join("/")}`;

/** The address of an article, at a passage where one is given, with the ends of what it says marked, where that is given by its id. */
export function documentAddress(iri, start, end, said = "") {
  const address = `/document/${encodeURIComponent(iri.slice(iri.lastIndexOf("/") + 1))}`;
  return start === undefined ? address : `${address}?${new URLSearchParams({ start, end, ...(said && { said }) })}#passage`;
}
