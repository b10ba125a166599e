// Saving what is seen: as a picture (PNG, SVG), as a table (CSV), as Turtle, or as a link.

const SHARPNESS = 2;
const WIDEST = 8192;

/** The limits in words, for the title of a picture. */
const limitWords = () => [state.confidence && say('atLeastSure', state.confidence.toFixed(2)), state.years?.join('–')].filter(Boolean).join(' · ');

const svgText = () => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svgPicture())}\n`;

/** The picture in pixels: the browser draws the SVG. */
async function pngOf(text) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const times = Math.min(SHARPNESS, WIDEST / Math.max(image.width, image.height));
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width * times, height: image.height * times });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, 'image/png'); });
}

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** A cell as text: what a spreadsheet would run gets the apostrophe that it hides. */
const cell = (value) => {
  const text = FORMULA.test(String(value)) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The statements that are seen, a row for each sentence; UTF-8 with the mark by which spreadsheets know it. */
function csvText() {
  const heads = ['subject', 'relation', 'object', 'status', 'sureness', 'holds', 'qualifiers', 'sentence', 'document', 'publisher', 'published', 'link', 'subjectIri', 'objectIri'];
  const rows = seenFacts().flatMap((fact) => (fact.evidence.length ? fact.evidence : [null]).map((item) => csvRow(fact, item)));
  return `\ufeff${[heads.map((key) => say(`column-${key}`)), ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function csvRow(fact, item) {
  const source = item && content.documents[item.document];
  const iri = (id) => content.base + escaped(id);
  const notes = fact.qualifiers.filter(([name]) => name !== 'time').map(([name, value]) => `${propertyName(name)} ${nameOf(value)}`);
  return [nameOf(fact.s), propertyName(fact.p), fact.o === undefined ? fact.value : nameOf(fact.o), say(fact.status), fact.confidence ?? '', timesOf(fact),
    notes.join(say('listSeparator')), item ? content.passages[item.passage] : '', source?.title ?? '', source?.publisher ?? '', source?.published ?? '',
    source?.url ?? '', iri(fact.s), fact.o === undefined ? '' : iri(fact.o)];
}

function download(name, data, type) {
  const address = URL.createObjectURL(data instanceof Blob ? data : new Blob([data], { type }));
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  announce(say('saved', name));
}

const saveSvg = () => download('zhimai.svg', svgText(), 'image/svg+xml');
const savePng = async () => download('zhimai.png', await pngOf(svgText()));
const saveCsv = () => download('zhimai.csv', csvText(), 'text/csv');
const saveTurtle = () => download('zhimai.ttl', turtleText(), 'text/turtle');

async function copyLink(field) {
  field.select();
  try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand('copy'); }
  announce(say('copied'));
}

const saveButton = () => element('button', { type: 'button', class: 'tool', 'data-key': 'save', 'aria-haspopup': 'dialog',
  text: say('save'), onclick: openSaving });

function openSaving() {
  const dialog = byId('save');
  const row = (key, act) => element('li', {}, element('button', { type: 'button', class: 'tool', 'data-save': key, text: say(`save-${key}`),
    onclick: async () => { await act(); dialog.close(); } }), element('span', { class: 'note', text: say(`save-${key}-note`) }));
  const field = element('input', { type: 'text', readonly: true, value: location.href, 'aria-label': say('link') });
  dialog.setAttribute('aria-label', say('save'));
  dialog.replaceChildren(element('h2', { text: say('saveSeen') }),
    element('ul', { class: 'plain' }, row('png', savePng), row('svg', saveSvg), row('csv', saveCsv), row('turtle', saveTurtle)),
    element('h3', { text: say('link') }), element('div', { class: 'copy' }, field,
      element('button', { type: 'button', class: 'tool', text: say('copy'), onclick: () => copyLink(field) })),
    element('p', { class: 'note', text: say('linkNote') }),
    element('button', { type: 'button', class: 'tool', text: say('close'), onclick: () => dialog.close() }));
  dialog.showModal();
}

function openSave() {
  byId('save').addEventListener('click', (event) => { if (event.target === byId('save')) byId('save').close(); });
}
