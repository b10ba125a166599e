// Offsets of an article's text, which count code points, as places in the page.

/**
 * The part of the page that shows a passage.
 * @param {HTMLElement} text whose paragraphs say at which offset they start
 * @param {number} start
 * @param {number} end
 * @returns {Range | null} nothing where the page does not show it
 */
export function rangeOf(text, start, end) {
  const first = placeOf(text, start);
  const last = placeOf(text, end);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(...first);
  range.setEnd(...last);
  return range.collapsed ? null : range;
}

function placeOf(text, offset) {
  const paragraph = [...text.children].findLast((one) => Number(one.dataset.start) <= offset);
  if (!paragraph) return null;
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = offset - Number(paragraph.dataset.start);
  let last = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const characters = [...node.data];
    if (left <= characters.length) return [node, characters.slice(0, left).join("").length];
    left -= characters.length;
    last = [node, node.data.length];
  }
  return last;
}
