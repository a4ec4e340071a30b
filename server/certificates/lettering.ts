import type { Font, PathCommand } from 'fontkit';
import { round } from './drawing.ts';
import type { Setting } from './typefaces.ts';

/** Where outlines go: the middle of the line, its baseline, and the size of an em. */
type Place = { x: number; y: number; size: number };

/** How wide a text is at `size`, in the size's own unit. */
export function widthOf({ text, face }: Setting, size: number): number {
  return (face.font.layout(text).advanceWidth * size) / face.font.unitsPerEm;
}

/** Outlines of one line, its middle at `x`, its baseline at `y`. */
export function letterCentred({ text, face }: Setting, { x, y, size }: Place): string {
  const start = x - widthOf({ text, face }, size) / 2;
  return [...glyphsOf(text, face.font, size)]
    .map(({ commands, from }) => writeCommands(commands, at(start + from, y, size / face.font.unitsPerEm)))
    .join('');
}

export type Arc = {
  x: number;
  y: number;
  radius: number;
  size: number;
  /** `over` stands on the circle round the top of it; `under` hangs inside it round the bottom. */
  side: 'over' | 'under';
  spacing: number;
};

/** How much of the circle, in radians, a text takes up. */
export function arcOf({ text, face }: Setting, { radius, size, spacing }: Arc): number {
  return (widthOf({ text, face }, size) + spacing * ([...text].length - 1)) / radius;
}

/** Outlines of one line round a circle, its middle at the top or at the bottom. */
export function letterRound({ text, face }: Setting, arc: Arc): string {
  const { x, y, radius, size, side, spacing } = arc;
  const half = arcOf({ text, face }, arc) / 2;
  const turn = side === 'over' ? 1 : -1;
  const scale = size / face.font.unitsPerEm;
  return [...glyphsOf(text, face.font, size)]
    .map(({ commands, from, advance }, place) => {
      const middle = -half + (from + place * spacing + advance / 2) / radius;
      const [sin, cos] = [Math.sin(middle), Math.cos(middle)];
      const origin = { x: x + sin * radius, y: y - turn * cos * radius };
      return writeCommands(commands, (px, py) => {
        const [along, up] = [px * scale - advance / 2, py * scale];
        return [origin.x + along * cos + turn * up * sin, origin.y + turn * along * sin - up * cos];
      });
    })
    .join('');
}

function* glyphsOf(text: string, font: Font, size: number) {
  const { glyphs, positions } = font.layout(text);
  const scale = size / font.unitsPerEm;
  let pen = 0;
  for (const [place, glyph] of glyphs.entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[place] ?? {};
    const commands = glyph.path.commands.map(({ command, args }) => ({
      command,
      args: args.map((value, axis) => value + (axis % 2 === 0 ? xOffset : yOffset)),
    }));
    yield { commands, from: pen, advance: xAdvance * scale };
    pen += xAdvance * scale;
  }
}

function at(x: number, y: number, scale: number) {
  return (px: number, py: number): [number, number] => [x + px * scale, y - py * scale];
}

const LETTERS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };

function writeCommands(commands: readonly PathCommand[], place: (x: number, y: number) => [number, number]): string {
  return commands
    .map(({ command, args }) => {
      const points: number[] = [];
      for (let i = 0; i + 1 < args.length; i += 2) {
        points.push(...place(args[i] ?? 0, args[i + 1] ?? 0).map(tenth));
      }
      return LETTERS[command] + points.join(' ');
    })
    .join('');
}

/** A tenth of a unit is fine enough for outlines, and keeps a badge light. */
function tenth(value: number): number {
  return round(Math.round(value * 10) / 10);
}
