// The colours of the canvas, read from the style sheet so that both follow the light or dark scheme.

const theme = {};
const scheme = window.matchMedia('(prefers-color-scheme: dark)');
const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ['canvas', 'ink', 'muted', 'edge', 'edge-faint', 'edge-strong', 'accent', 'font']) {
    theme[name] = style.getPropertyValue(`--${name}`).trim();
  }
}
readTheme();
