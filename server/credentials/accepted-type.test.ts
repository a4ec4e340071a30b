import { expect, test } from 'vitest';
import { wantedJsonType } from './accepted-type.ts';

const CHROMIUM = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

test.each([undefined, '', '*/*', CHROMIUM, 'text/html', 'image/png', 'application/json;q=0.5, text/html'])(
  'whoever asks with %s gets the page: browsers, and previews of links',
  (accept) => {
    expect(wantedJsonType(accept)).toBeNull();
  },
);

test.each([
  ['application/json', 'application/json'],
  ['application/vc', 'application/vc'],
  ['application/ld+json, application/json, */*', 'application/ld+json'],
  ['text/html;q=0.4, APPLICATION/VC;q=0.9', 'application/vc'],
  ['application/json;q=0.2, application/vc;q=0.8', 'application/vc'],
])('a program that asks with %s gets the document as %s', (accept, type) => {
  expect(wantedJsonType(accept)).toBe(type);
});

test.each(['application/json;q=0', 'application/json;q=2', 'application/json;q=x', ',;,;;', ','.repeat(100_000)])(
  'an odd wish (%#) is no wish',
  (accept) => {
    expect(wantedJsonType(accept)).toBeNull();
  },
);
