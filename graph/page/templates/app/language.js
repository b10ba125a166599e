// The language of the interface: which it is, and all that changes with it.

function setLanguage(tag) {
  language = tag;
  document.documentElement.lang = tag;
  showQuery();
  byId('fit').textContent = say('fit');
  byId('fit').title = say('fitHint');
  document.title = say('title');
  byId('drawer').textContent = say('legend');
  byId('legend').setAttribute('aria-label', say('legend'));
  byId('help').title = `${say('keys')} (?)`;
  byId('help').setAttribute('aria-label', say('keys'));
  byId('hits').setAttribute('aria-label', say('results'));
  byId('views').setAttribute('aria-label', say('views'));
  byId('languages').setAttribute('aria-label', say('languages'));
  byId('graph').setAttribute('aria-label', say('graph'));
  byId('graph').setAttribute('aria-roledescription', say('graphRole'));
  byId('languages').replaceChildren(...LANGUAGES.map((one) => element('button', { type: 'button', lang: one,
    'aria-pressed': String(one === tag), 'aria-label': interfaceWords[one].languageName, text: interfaceWords[one].language,
    onclick: () => { setLanguage(one); remember(one); byId('languages').querySelector(`[lang=${one}]`).focus(); } })));
  nameGroups();
  forgetLabels();
  showLegend();
  showViews();
  showKeys();
  showFilter();
  showPanel();
  showHint();
  showEmptiness();
  showTable();
  network?.redraw();
}

/** The language that was chosen before, else the browser's, else that of the articles. */
function firstLanguage() {
  let kept = null;
  try { kept = localStorage.getItem('zhimai-language'); } catch { /* none is kept here */ }
  if (LANGUAGES.includes(kept)) return kept;
  const wanted = navigator.languages.map(languageFor).find(Boolean);
  return wanted ?? 'en';
}

function languageFor(tag) {
  if (/^en\b/i.test(tag)) return 'en';
  if (!/^zh\b/i.test(tag)) return null;
  if (/hant|\b(tw|hk|mo)\b/i.test(tag)) return 'zh-Hant';
  return /hans|\b(cn|sg)\b/i.test(tag) ? 'zh-Hans' : content.language;
}

function remember(tag) {
  try { localStorage.setItem('zhimai-language', tag); } catch { /* it is asked anew next time */ }
}
