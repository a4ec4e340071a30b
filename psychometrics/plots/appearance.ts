import { element, type Markup } from './markup.ts';

/**
 * Six tones with the hues of Okabe & Ito (2008), which people with every kind of colour vision tell apart. For light paper
 * they are darker and for dark paper lighter, so that even text in them has a contrast of 4.5 : 1; the last is ink.
 */
export const TONES = {
  light: ['#0072b2', '#ba4a00', '#007a58', '#a8447d', '#8a6400', '#16202e'],
  dark: ['#56b4e9', '#f0803c', '#21b68c', '#de94bc', '#f0e442', '#e6eaf0'],
} as const;
export const PAPER = { light: '#ffffff', dark: '#10161f' } as const;
const INK = { light: '#16202e', dark: '#e6eaf0' } as const;
const FONT = "system-ui, 'Helvetica Neue', Arial, sans-serif";

/** Of every line its own pattern, because colour is never the only sign. */
const DASHES = [undefined, '7 4', '2 3', '9 3 2 3', '13 4', '5 2 1 2 1 2', '4 4', '11 3 5 3'] as const;

/** How many lines can be told apart. */
export const MOST_LINES = DASHES.length;

/** The class and the colour of the line with this number; the colour is for software that reads no style sheets. */
export function toneOf(line: number): { class: string; color: string } {
  const tone = line % TONES.light.length;
  return { class: `plot-tone-${tone + 1}`, color: TONES.light[tone] ?? INK.light };
}

/** The pattern of the line with this number. */
export function dashOf(line: number): string | undefined {
  return DASHES[line % DASHES.length];
}

function rules(theme: 'light' | 'dark'): string {
  const tones = TONES[theme].map((tone, k) => `.plot-tone-${k + 1}{color:var(--plot-tone-${k + 1},${tone})}`);
  const ink = `.psychometric-plot{color:var(--plot-ink,${INK[theme]})}`;
  return `${ink}.plot-paper{fill:var(--plot-paper,${PAPER[theme]})}${tones.join('')}`;
}

/**
 * The style sheet: the reader's light or dark, unless the page says otherwise by `--plot-ink`, `--plot-paper`,
 * `--plot-tone-1` to `--plot-tone-6` and `--plot-font`. It is the same in all plots, so that several stand on one page.
 */
export function styleSheet(): Markup {
  const font = `.psychometric-plot{font-family:var(--plot-font,${FONT});max-width:100%;height:auto}`;
  const halo = '.plot-halo{stroke:var(--plot-paper,#fff);stroke-width:3px;stroke-linejoin:round;paint-order:stroke}';
  const dark = `${rules('dark')}.plot-halo{stroke:var(--plot-paper,${PAPER.dark})}`;
  const style = `${font}${rules('light')}${halo}@media screen and (prefers-color-scheme:dark){${dark}}`;
  return element('style', {}, style);
}

/** What the root has for software that reads no style sheets. */
export const ROOT_LOOK = { color: INK.light, 'font-family': FONT } as const;
