// The colours of nodes: those of their classes, or one for each of the largest communities.

const PALETTE = ['#2f6db5', '#d1731b', '#2f9460', '#b3457f', '#7a5cc0', '#0f8f9e', '#a3822a', '#c4473f', '#6b7f2a', '#8a5a44',
  '#4a5a8f', '#c25fa8'];
const communities = drawn.communities.slice(0, PALETTE.length).map((members, at) => ({
  colour: PALETTE[at], members: members.map((number) => drawn.nodes[number].id) }));
const communityColour = new Map(communities.flatMap(({ colour, members }) => members.map((id) => [id, colour])));

function colourOf(node) {
  if (state.colour !== 'community' || (node.heart && node.kind !== 'community')) return node.color;
  return communityColour.get(node.heart ? node.members[0] : node.id) ?? GREY;
}

const colourBy = (colour) => change(() => { state.colour = colour; });

/** Above the classes in the legend: what the colours stand for. */
function colourChoice() {
  if (communities.length < 2) return '';
  return element('div', { class: 'segments colours', role: 'group', 'aria-label': say('colours') }, ['class', 'community'].map((kind) =>
    element('button', { type: 'button', 'data-key': `colour-${kind}`, 'aria-pressed': String(state.colour === kind),
      text: say(`colour-${kind}`), onclick: () => colourBy(kind) })));
}

/** The communities with their colours, each called after its best connected name. */
function communityList() {
  if (state.colour !== 'community') return '';
  const row = ({ colour, members }) => element('li', {}, glyph('dot', colour), element('button', { type: 'button', class: 'link',
    text: say('around', shortName(nameOf(members[0]))), onclick: () => go(members[0]) }),
  element('span', { class: 'count', text: members.length.toLocaleString('en') }));
  return element('section', { class: 'communities' }, element('h3', {}, say('communities')),
    element('ul', { class: 'plain' }, communities.map(row)));
}
