// Small helpers for the document, and the words of the interface. Text reaches the page through textContent only.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const interfaceWords = read('interface-data');
const content = read('content-data');
const drawn = read('network-data');
const LANGUAGES = ['zh-Hant', 'zh-Hans', 'en'];
const SVG = 'http://www.w3.org/2000/svg';

let language = content.language;

const byId = (id) => document.getElementById(id);

/** An element with attributes (`on…` are listeners, `text` is its text) and children; null children are left out. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'text') made.textContent = value;
    else if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child != null));
  return made;
}

/** The interface's word for `key`, its `{0}`, `{1}` … filled in. */
function say(key, ...values) {
  const pattern = interfaceWords[language][key] ?? key;
  return pattern.replace(/\{(\d)\}/g, (_, place) => values[Number(place)] ?? '');
}

/** The word for so many things: `keyOne` for one of them. */
const sayCount = (key, count) => say(count === 1 ? `${key}One` : key, count);

const has = (key) => Object.hasOwn(interfaceWords[language], key);

/** The label of a class or property in the language of the interface. */
const labelled = (labels, fallback) => labels?.[language] ?? labels?.['zh-Hans'] ?? labels?.en ?? fallback;

/** The label in the other language, shown beside it in the legend. */
const otherLabel = (labels) => (language === 'en' ? labels?.[content.language] : labels?.en) ?? '';

/** Names and queries are compared in this form; the same as `fold` in names.py. */
const fold = (text) =>
  text.normalize('NFKC').toLowerCase().replace(/[\s·•・()（）〈〉《》“”"'「」『』,，.。、-]+/gu, '');

const announce = (text) => { byId('live').textContent = text; };

/** Give an element other children; what has the focus among them, told by its `data-key`, keeps it. */
function renew(place, ...children) {
  const key = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  place.replaceChildren(...children.flat().filter((child) => child != null));
  if (key) place.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}
