// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Theme = 'light' | 'dark';

const css = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8');
const [plain = '', strong = ''] = css.split('@media (prefers-contrast: more)');

/** Colours by token name in one theme; those for high contrast replace the plain ones. */
function readTokens(theme: Theme, sheet: string): Map<string, string> {
  const pairs = sheet.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return new Map([...pairs].map(([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark]));
}

/** Relative luminance. @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'raised', 'sunken'];
const rungInks = ['pcep', 'pcap', 'pcpp1', 'pcpp2', 'cepp'].map((rung) => `rung-${rung}-ink`);
const codeInks = ['keyword', 'string', 'number', 'comment', 'name'].map((tone) => `code-${tone}`);

const pairsOfText: [ink: string, ground: string][] = [
  ...['ink', 'ink-soft', 'right', 'wrong', ...rungInks, ...codeInks].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ...['right-soft', 'wrong-soft'].flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-soft', ground],
  ]),
  ['right', 'right-soft'],
  ['wrong', 'wrong-soft'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
];

/** Shapes that carry meaning need 3:1 (WCAG 1.4.11). */
const pairsOfShapes: [shape: string, ground: string][] = [
  ...['pcep', 'pcap', 'pcpp1', 'pcpp2', 'cepp'].map((rung): [string, string] => [`rung-${rung}`, 'paper']),
  ['focus', 'paper'],
  ['focus', 'raised'],
  ['line-strong', 'paper'],
  ['line-strong', 'raised'],
];

const themes: [name: string, tokens: Map<string, string>][] = [
  ['light', readTokens('light', plain)],
  ['dark', readTokens('dark', plain)],
  ['light, high contrast', new Map([...readTokens('light', plain), ...readTokens('light', strong)])],
  ['dark, high contrast', new Map([...readTokens('dark', plain), ...readTokens('dark', strong)])],
];

function tooFaint(tokens: Map<string, string>, pairs: [string, string][], least: number): string[] {
  return pairs
    .map(([ink, ground]) => ({ ink, ground, ratio: contrast(tokens.get(ink) ?? '', tokens.get(ground) ?? '') }))
    .filter(({ ratio }) => !(ratio >= least))
    .map(({ ink, ground, ratio }) => `${ink} on ${ground}: ${ratio.toFixed(2)}`);
}

test.each(themes)('all text can be read easily (7:1) in the theme %s', (_, tokens) => {
  expect(tooFaint(tokens, pairsOfText, 7)).toEqual([]);
});

test.each(themes)('rungs, frames of fields and the focus can be seen (3:1) in the theme %s', (_, tokens) => {
  expect(tooFaint(tokens, pairsOfShapes, 3)).toEqual([]);
});

test('the measure of contrast is that of WCAG: black on white is 21, #777777 on white just under 4.5', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
