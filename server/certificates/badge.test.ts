import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { type BadgeFacts, drawBadge } from './badge.ts';
import { renderPng } from './png.ts';
import { INK, PAPER, TONES, toneOfRung } from './tones.ts';

const facts: BadgeFacts = {
  short: 'PCAP',
  name: 'Certified Associate in Python Programming',
  rung: 2,
  rungs: 5,
  issuerName: 'Python Exams Helsinki',
  year: 2026,
  isDemo: false,
};

/** Elements that a badge is made of, and the only attributes that they carry: nothing that runs or fetches. */
const ELEMENTS = new Set(['svg', 'title', 'desc', 'defs', 'linearGradient', 'stop', 'path']);
const ATTRIBUTES =
  /^(xmlns|viewBox|width|height|role|id|gradientUnits|[xy][12]|offset|stop-color|d|fill|stroke(-width|-linecap|-linejoin)?)$/;

function expectHarmless(svg: string): void {
  for (const [, element = '', attributes = ''] of svg.matchAll(/<\/?([^\s/>]+)([^>]*)>/g)) {
    expect(ELEMENTS).toContain(element);
    for (const [, name = '', value = ''] of attributes.matchAll(/([^\s=]+)="([^"]*)"/g)) {
      expect(name).toMatch(ATTRIBUTES);
      if (value.includes('url')) expect(value).toMatch(/^url\(#climb-\d+-of-\d+\)$/);
    }
  }
}

function pixels(svg: string, size: number): PNG {
  return PNG.sync.read(Buffer.from(renderPng(svg, size)));
}

function colourAt({ data, width }: PNG, x: number, y: number): string {
  const from = (y * width + x) * 4;
  return data[from + 3] === 0 ? 'nothing' : `#${data.subarray(from, from + 3).toString('hex')}`;
}

test('a badge can be shown on any page: nothing in it runs or is fetched', () => {
  expectHarmless(drawBadge(facts));
  expectHarmless(drawBadge({ ...facts, isDemo: true }));
});

test('names that try to become markup stay names', () => {
  const hostile = '</title><script>alert(1)</script><image href="https://x.example/"/> & "\u202e\u0000';
  const svg = drawBadge({ ...facts, short: hostile, name: hostile, issuerName: hostile });
  expectHarmless(svg);
  expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('somebody who cannot see it is told which badge it is, how far it stands, and by whom', () => {
  const svg = drawBadge(facts);
  expect(svg).toContain('<title>PCAP: Certified Associate in Python Programming</title>');
  expect(svg).toContain('rungs; a python has climbed to rung 2. Issued by Python Exams Helsinki in 2026.</desc>');
});

test('a demo says so in words and across the whole picture, where a real badge has its ladder', () => {
  const demo = drawBadge({ ...facts, isDemo: true });
  expect(demo).toContain('<title>DEMO, not a real badge.');
  const [shown, real] = [pixels(demo, 512), pixels(drawBadge(facts), 512)];
  for (const x of [12, 60, 450, 500]) {
    expect(colourAt(shown, x, 270)).toBe(INK);
    expect(colourAt(real, x, 270)).not.toBe(INK);
  }
});

test('each rung can be told from the others without colour and without reading', () => {
  const greys = [1, 2, 3, 4, 5].map((rung) => {
    const { data } = pixels(drawBadge({ ...facts, short: 'X', rung }), 64);
    return Array.from(
      { length: 64 * 43 },
      (_, i) => ((data[i * 4] ?? 0) + (data[i * 4 + 1] ?? 0) + (data[i * 4 + 2] ?? 0)) / 3,
    );
  });
  for (const [i, one] of greys.entries()) {
    for (const other of greys.slice(i + 1)) {
      const different = one.filter((grey, at) => Math.abs(grey - (other[at] ?? 0)) > 64).length;
      expect(different).toBeGreaterThan(40);
    }
  }
});

test('the badge has the tones of the site', () => {
  const tokens = readFileSync(new URL('../../web/ui/tokens.css', import.meta.url), 'utf8');
  const onPaper = (token: string) => new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6})`).exec(tokens)?.[1];
  const rungs = ['pcep', 'pcap', 'pcpp1', 'pcpp2', 'cepp'];
  expect(TONES).toEqual(rungs.map((rung) => ({ fill: onPaper(`rung-${rung}`), ink: onPaper(`rung-${rung}-ink`) })));
  expect([PAPER, INK]).toEqual([onPaper('paper'), onPaper('ink')]);
});

test('the short name of any other ladder fits on its plate', () => {
  for (const short of ['A', 'WWWWWWWWWWWW', 'iiiiiiiiiiii', 'ШЩЮЖ', '王']) {
    const picture = pixels(drawBadge({ ...facts, short }), 512);
    for (let y = 360; y < 446; y += 1) {
      expect(colourAt(picture, 40, y)).toBe('#125a52');
      expect(colourAt(picture, 472, y)).toBe('#125a52');
    }
  }
});

test('on a ladder of any length the python stays within the seal', () => {
  for (const rungs of [1, 2, 3, 5, 8, 30]) {
    const picture = pixels(drawBadge({ ...facts, rung: rungs, rungs, issuerName: '' }), 512);
    expect(colourAt(picture, 256, 30)).toBe(toneOfRung(rungs - 1, rungs).ink);
  }
});

test('names in letters that cannot be drawn are left to the words of the badge, and the plate says which rung', () => {
  const picture = (short: string) => renderPng(drawBadge({ ...facts, short, issuerName: '試験所' }));
  expect(drawBadge({ ...facts, short: '王' })).toContain('<title>王: ');
  expect(Buffer.compare(picture('王'), picture('2/5'))).toBe(0);
});

test('a badge is light, for any ladder and any issuer, and the same facts draw the same', () => {
  const any = fc.record({
    short: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    issuerName: fc.string({ unit: 'grapheme', maxLength: 200 }),
    rungs: fc.integer({ min: 1, max: 30 }),
  });
  fc.assert(
    fc.property(any, fc.nat(29), (other, place) => {
      const given = { ...facts, ...other, rung: (place % other.rungs) + 1 };
      const svg = drawBadge(given);
      expectHarmless(svg);
      expect(Buffer.byteLength(svg)).toBeLessThan(60_000);
      expect(drawBadge(given)).toBe(svg);
    }),
    { numRuns: 60 },
  );
});

test('a rung that the ladder does not have gets no badge', () => {
  for (const rung of [0, 6, 1.5, Number.NaN]) expect(() => drawBadge({ ...facts, rung })).toThrow(RangeError);
});

test('the picture has the size that was asked for, and nothing round the seal', () => {
  const picture = pixels(drawBadge(facts), 1024);
  expect([picture.width, picture.height]).toEqual([1024, 1024]);
  expect(colourAt(picture, 3, 3)).toBe('nothing');
});
