// How long texts are when they are drawn, about.

const WIDE = 12.5; // pixels of a Chinese character
const NARROW = 6.8; // of a Latin letter

/** About how many pixels a text is long. */
export function length(text) {
  return [...text].reduce((sum, character) => sum + (character.codePointAt(0) > 0x2e7f ? WIDE : NARROW), 0);
}

/** A text that takes so many pixels at most. */
export function cut(text, most) {
  if (length(text) <= most) return text;
  const kept = [...text];
  while (kept.length > 1 && length(`${kept.join("")}…`) > most) kept.pop();
  return `${kept.join("").trimEnd()}…`;
}
