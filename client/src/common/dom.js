// Elements made of what they are: text is always text, never markup.

/** An element with properties (`class`, `on…` listeners, aria and data attributes as they are) and children. */
export function make(tag, properties = {}, ...children) {
  const element = tag === "svg" || SVG.has(tag) ? document.createElementNS(SPACE, tag) : document.createElement(tag);
  return filled(element, properties, children);
}

/** The same for what is drawn, whatever its tag: a link (`a`) inside an SVG, say. */
export function shape(tag, properties = {}, ...children) {
  return filled(document.createElementNS(SPACE, tag), properties, children);
}

function filled(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, one] of Object.entries(value)) element.style.setProperty(key, one);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SPACE = "http://www.w3.org/2000/svg";
const SVG = new Set(["g", "path", "circle", "rect", "line", "text", "title", "desc", "polygon", "use", "defs", "marker", "tspan"]);
