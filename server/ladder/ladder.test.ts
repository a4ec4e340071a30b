import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GetLadder, LadderView } from '@pyladder/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StartFault } from '../process/faults.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { LADDER_FOLDER, loadInstalledLadder } from './ladder.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

test('everybody can see the whole ladder: every rung, its exam, its sections, all objectives', async () => {
  const { body } = await server.visitor().call(GetLadder);
  const { credentials } = LadderView.parse(body);
  const objectives = credentials.flatMap((credential) =>
    'sections' in credential ? credential.sections.flatMap((section) => section.objectives) : [],
  );
  expect(credentials.map(({ short }) => short)).toEqual(['PCEP', 'PCAP', 'PCPP 32-1', 'PCPP 32-2', 'CEPP']);
  expect(objectives).toHaveLength(122);
});

test('an exam whose questions are not there is not offered', async () => {
  const { body } = await server.visitor().call(GetLadder);
  const offers = body.credentials.flatMap((credential) => ('offers' in credential ? [credential.offers] : []));
  expect(offers).toEqual(new Array(4).fill({ real: false, mock: false }));
});

test('where an exam cuts the ability scale is nobody else’s business', async () => {
  const { text } = await server.visitor().call(GetLadder);
  expect(text).not.toContain('abilityCut');
});

test('a ladder that cannot be used stops the start with file, line and remedy, not with a stack', () => {
  const start = () => loadInstalledLadder(fileURLToPath(new URL('../../packs/bad-packs/circle', import.meta.url)));
  expect(start).toThrow(StartFault);
  expect(start).toThrow(/circle\/ladder\.yaml:7:15: `first` needs itself: .+ Take one of these out\./);
});

test.each([
  ['verify', '`/verify` is an address of the site. Give the credential another id.'],
  ['proofs', '`/proofs` is an address of the site.'],
  ['api', '`/api` is an address of the site.'],
  ['1st-rung', '`1st-rung` cannot stand in an address.'],
  ['x', '`x` cannot stand in an address.'],
])('a credential that could have no page is refused at the start: %s', (id, why) => {
  const folder = mkdtempSync(join(tmpdir(), 'pyladder-ladder-'));
  const text = readFileSync(join(LADDER_FOLDER, 'ladder.yaml'), 'utf8');
  writeFileSync(join(folder, 'ladder.yaml'), text.replace(/\bpcep\b/g, id));
  const start = () => loadInstalledLadder(folder);
  expect(start).toThrow(StartFault);
  expect(start).toThrow(why);
  rmSync(folder, { recursive: true });
});
