import { beforeAll, expect, test } from 'vitest';
import { givenIssuer, type Issuer, now } from '../testing/issuer.ts';
import { verifyBadge } from './verify-badge.ts';

// biome-ignore lint/suspicious/noExplicitAny: a badge is taken apart here as a forger would do it
type Anything = any;

let issuer: Issuer;
let demo: Anything;
beforeAll(async () => {
  issuer = await givenIssuer();
  demo = await issuer.issue({ isDemo: true });
});

const spellings: readonly (readonly [string, (text: unknown) => unknown])[] = [
  ['in a list', (text) => [text]],
  ['in a list in a list', (text) => [[text]]],
  ['after nothing', (text) => [null, text]],
  ['as a value', (text) => ({ '@value': text })],
  ['twice', (text) => [text, text]],
];

test.each(spellings)(
  'a demo’s badge never passes for another with its names and tags spelt %s',
  async (_how, spell) => {
    const badge = structuredClone(demo);
    const { achievement } = badge.credentialSubject;
    for (const named of [badge, badge.issuer, achievement]) named.name = spell(named.name);
    achievement.tag = achievement.tag.flatMap(spell);
    badge.description = spell(badge.description);
    const status = await issuer.status();
    const { verdict, claims } = await verifyBadge(JSON.stringify(badge), { trusted: [issuer.trusted], status, now });
    const passes = verdict === 'valid' && claims?.isDemo !== true;
    expect([passes, verdict]).toEqual([false, expect.stringMatching(/^(valid|not_understood)$/)]);
  },
);
