// Elements made of what they are: text is always text, never markup.

/** An element with properties (`class`, `on…` listeners, aria and data attributes as they are) and children. */
export function make(tag, properties = {}, ...children) {
  const element = tag === "svg" || SVG.has(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, one] of Object.entries(value)) element.style.setProperty(key, one);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SVG = new Set(["g", "path", "circle", "rect", "line", "text", "title", "desc", "polygon", "use", "defs", "marker", "tspan"]);
