// How long texts are when they are drawn.

const SIZE = 12.5; // pixels, as the styles of maps and charts have it
let pen = null;

/** How many pixels a text is long. */
export function length(text) {
  if (!pen) {
    pen = document.createElement("canvas").getContext("2d");
    pen.font = `${SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  }
  return pen.measureText(text).width;
}

/** A text that takes so many pixels at most. */
export function cut(text, most) {
  if (length(text) <= most) return text;
  const kept = [...text];
  while (kept.length > 1 && length(`${kept.join("")}…`) > most) kept.pop();
  return `${kept.join("").trimEnd()}…`;
}
