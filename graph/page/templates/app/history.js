// Undo and redo: what was shown, hidden, pinned, filtered and coloured before each step.

const PICTURE = ['view', 'hiddenClasses', 'hiddenProperties', 'isolated', 'focus', 'places', 'added', 'revealed', 'hidden', 'pins',
  'confidence', 'years', 'colour', 'path', 'selected'];
const MOST_STEPS = 100;
const past = [];
const future = [];
let lastKey = null;

const copied = (value) => (value instanceof Set ? new Set(value) : value instanceof Map ? new Map(value) : value);
const pictureNow = () => Object.fromEntries(PICTURE.map((name) => [name, copied(state[name])]));

/** Change the picture so that it can be undone. Changes in a row under one `key`, as of a slider, are one step. */
function change(act, { key = null, fitting = false } = {}) {
  if (!key || key !== lastKey) {
    past.push(pictureNow());
    past.splice(0, past.length - MOST_STEPS);
    future.length = 0;
  }
  lastKey = key;
  act();
  showPicture({ fitting, passing: Boolean(key) });
}

/** Show the picture as the state has it; while it is `passing`, as under a slider, without what can wait. */
function showPicture({ fitting = false, passing = false } = {}) {
  applyLimits();
  placeNodes();
  refresh();
  showViews();
  renewPanel();
  showHint();
  if (!passing) settle();
  if (fitting) fit(undefined, false);
}

/** What follows a change of the picture once that is over. */
function settle() {
  lastKey = null;
  showLegend();
  showTable();
  writeAddress();
}

const placeOf = ({ view, focus }) => [view.kind, view.id, focus ? focus.size : ''].join(' ');

function step(from, to, words) {
  const wanted = from.pop();
  if (!wanted) { announce(say('noStep')); return; }
  const before = placeOf(state);
  to.push(pictureNow());
  lastKey = null;
  Object.assign(state, wanted, { hovered: null });
  showPicture({ fitting: before !== placeOf(state) });
  announce(say(words));
}

const undo = () => step(past, future, 'undone');
const redo = () => step(future, past, 'redone');

/** Buttons for both, in the row above the graph. */
const historyButtons = () => [['undo', undo, past, '↶', 'Ctrl+Z'], ['redo', redo, future, '↷', 'Ctrl+Shift+Z']]
  .map(([words, act, steps, sign, keys]) => element('button', { type: 'button', class: 'tool sign-button', 'data-key': words,
    'aria-label': say(words), title: `${say(words)} (${keys})`, 'aria-disabled': String(!steps.length), text: sign, onclick: act }));
