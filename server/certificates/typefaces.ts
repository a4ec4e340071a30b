import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';

export type Weight = 'regular' | 'semibold';

/** One font file, opened; `name` is what a PDF calls it. */
export type Typeface = { name: string; file: string; font: Font };

/** The house's own letters first, then the ones that have Greek, Cyrillic and Vietnamese too. */
const FILES: Record<Weight, readonly string[]> = {
  regular: ['AtkinsonHyperlegibleNext-Regular', 'NotoSans-Regular'],
  semibold: ['AtkinsonHyperlegibleNext-SemiBold', 'NotoSans-SemiBold'],
};

/** What stands for a letter that no typeface here has. */
const UNKNOWN = '\ufffd';

const opened = new Map<string, Typeface>();

/** A text that can be set, and the one typeface for all of it: two in one name look like a mistake. */
export type Setting = { text: string; face: Typeface };

/** The first typeface that has every letter of the text, or null. */
export function typefaceFor(text: string, weight: Weight): Typeface | null {
  return typefacesOf(weight).find((face) => hasEvery(face, text)) ?? null;
}

/** Sets a text whatever its letters; those that no typeface here has become replacement characters. */
export function settingOf(text: string, weight: Weight): Setting {
  const face = typefaceFor(text, weight);
  if (face !== null) return { text, face };
  const widest = typefacesOf(weight).at(-1);
  if (widest === undefined) throw new Error(`no typeface of weight ${weight}`);
  return { text: [...text].map((letter) => (hasEvery(widest, letter) ? letter : UNKNOWN)).join(''), face: widest };
}

function typefacesOf(weight: Weight): Typeface[] {
  return FILES[weight].map((name) => opened.get(name) ?? openTypeface(name));
}

/** Fonts come with the program, so that one missing is a broken installation and may throw. */
function openTypeface(name: string): Typeface {
  const file = fileURLToPath(new URL(`fonts/${name}.ttf`, import.meta.url));
  const face = { name, file, font: create(readFileSync(file)) };
  opened.set(name, face);
  return face;
}

function hasEvery({ font }: Typeface, text: string): boolean {
  return [...text].every((letter) => letter === '\n' || font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}
