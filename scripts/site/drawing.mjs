import { escapeHtml } from './escape.mjs';

const ROOM = /^\s*(?<name>\w+)\["<b>[^<]*<\/b><br\/>(?<what>[^"]*)"\]$/;
const FLOOR = /^\s*subgraph (?<name>\w+)$/;
const ARROW = /^\s*(?<from>\w+) --> (?<to>\w+)$/;

/** The floors, top first, with their rooms, and where the arrows of each room lead. */
const read = (text) => {
  const floors = [];
  const arrows = new Map();
  for (const line of text.split('\n')) {
    const [floor, room, arrow] = [FLOOR, ROOM, ARROW].map((pattern) => pattern.exec(line)?.groups);
    if (floor) floors.push({ name: floor.name, rooms: [] });
    if (room) floors.at(-1)?.rooms.push(room);
    if (arrow) arrows.set(arrow.from, [...(arrows.get(arrow.from) ?? []), arrow.to]);
  }
  return { floors, arrows };
};

/** A Mermaid drawing of floors as lists in lists, which a page shows as floors; nothing when it is another drawing. */
export const drawing = (text) => {
  const { floors, arrows } = read(text);
  if (floors.length === 0) return undefined;
  const room = ({ name, what }) => {
    const below = arrows.get(name);
    const says = below ? ` <small>imports ${escapeHtml(below.join(', '))}</small>` : '';
    return `<li><strong>${escapeHtml(name)}</strong> ${escapeHtml(what)}${says}</li>`;
  };
  const storeys = floors.map(
    ({ name, rooms }) => `<li><span>${escapeHtml(name)}</span><ul>${rooms.map(room).join('')}</ul></li>`,
  );
  return `<ol class="floors">${storeys.join('')}</ol>\n`;
};
