// On paper: the picture anew in print's resolution and in light colours, with the legend, and the panel with its sentences open.

const PAPER = { width: 1040, height: 550, sharpness: 2.5 };

function paintPicture(canvas) {
  const { width, height, sharpness } = PAPER;
  Object.assign(canvas, { width: width * sharpness, height: height * sharpness });
  const ids = [...visible.nodes];
  if (!ids.length) return;
  const ctx = canvas.getContext('2d');
  const { x, y, scale } = framing(ids, width, height);
  ctx.scale(sharpness, sharpness);
  ctx.translate(width / 2 - x * scale, height / 2 - y * scale);
  ctx.scale(scale, scale);
  for (const id of visible.edges) {
    const edge = edges.get(id);
    paintEdge(ctx, edge, scale, edge.background ? theme['edge-faint'] : theme.edge, Math.max(edgeWidth(edge), 0.8 / scale));
  }
  for (const id of ids) paintShape(ctx, nodes.get(id), scale);
  const labels = labelsFor(ctx, ids, scale, roomWith(ids, scale));
  for (const [id, box] of labels) paintLabel(ctx, box, weight(nodes.get(id)) > 0.6);
  if (fewEdges()) paintEdgeLabels(ctx, [...visible.edges].map((id) => edges.get(id)), labels, scale);
  if (state.selected?.kind === 'node' && visible.nodes.has(state.selected.id)) paintRing(ctx, nodes.get(state.selected.id), scale);
}

/** What the picture shows, and of how much. */
function paperTitle() {
  const { selected } = state;
  const what = selected?.kind === 'node' ? `${nameOf(selected.id)}, ${className(selected.id)}` : viewTitle();
  return [what, ...counts().map(([number, words]) => `${number.toLocaleString('en')} ${sayCount(words, number)}`)].join(' · ');
}

function preparePrint() {
  document.documentElement.classList.add('printing');
  readTheme();
  paintPicture(byId('paper'));
  byId('paper-title').textContent = [paperTitle(), byId('filter').textContent].filter(Boolean).join(' · ');
  if (state.selected) byId('panel').querySelectorAll('.more').forEach((more) => more.click());
  for (const details of byId('panel').querySelectorAll('details:not([open])')) { details.open = true; details.dataset.closed = ''; }
}

function finishPrint() {
  document.documentElement.classList.remove('printing');
  readTheme();
  network.redraw();
  for (const details of byId('panel').querySelectorAll('details[data-closed]')) { details.open = false; delete details.dataset.closed; }
}

function openPrint() {
  window.addEventListener('beforeprint', preparePrint);
  window.addEventListener('afterprint', finishPrint);
}
