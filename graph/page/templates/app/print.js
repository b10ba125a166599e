// On paper: the picture anew in light colours, with the legend, and the panel with its sentences open.

/** What the picture shows, and of how much. */
function paperTitle() {
  const { selected } = state;
  const what = selected?.kind === 'node' && entities.has(selected.id) ? `${nameOf(selected.id)}, ${className(selected.id)}` : viewTitle();
  return [what, ...counts().map(([number, words]) => `${number.toLocaleString('en')} ${sayCount(words, number)}`)].join(' · ');
}

function preparePrint() {
  document.documentElement.classList.add('printing');
  byId('paper').replaceChildren(onPaper(() => drawnAs('svg', { viewBox: `0 0 ${PAPER.width} ${PAPER.height}` }, pictureGroup(PAPER))));
  byId('paper-title').textContent = [paperTitle(), limitWords(), byId('filter').textContent].filter(Boolean).join(' · ');
  if (state.selected) byId('panel').querySelectorAll('.more').forEach((more) => more.click());
  for (const details of byId('panel').querySelectorAll('details:not([open])')) { details.open = true; details.dataset.closed = ''; }
}

function finishPrint() {
  document.documentElement.classList.remove('printing');
  byId('paper').replaceChildren();
  readTheme();
  network.redraw();
  for (const details of byId('panel').querySelectorAll('details[data-closed]')) { details.open = false; delete details.dataset.closed; }
}

function openPrint() {
  window.addEventListener('beforeprint', preparePrint);
  window.addEventListener('afterprint', finishPrint);
}
