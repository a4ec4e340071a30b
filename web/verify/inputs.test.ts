// @vitest-environment node
import { expect, test } from 'vitest';
import { inputOfAddress, readPasted } from './inputs.ts';

const ORIGIN = 'https://exams.example.org';
const ID = '0197a3f0-0000-7000-8000-00000000c0de';

test.each([
  `${ORIGIN}/credentials/${ID}`,
  `${ORIGIN}/credentials/${ID}.png`,
  `${ORIGIN}/credentials/${ID}/?from=mail#top`,
  ID,
])('a credential of this site given as %s is fetched as its signed document', (address) => {
  expect(inputOfAddress(address, ORIGIN)).toEqual({
    name: `${ORIGIN}/credentials/${ID}`,
    source: { document: ID },
  });
});

test.each([
  `https://elsewhere.example/credentials/${ID}`,
  `${ORIGIN}.elsewhere.example/credentials/${ID}`,
  `${ORIGIN}/credentials/${ID}/../../api/me`,
  `${ORIGIN}/pcep`,
])('%s is no credential of this site, and left to the server', (address) => {
  expect(inputOfAddress(address, ORIGIN).source).toHaveProperty('address');
});

test('several addresses are pasted on a line each', () => {
  const pasted = `${ORIGIN}/credentials/${ID}\r\n\n  https://elsewhere.example/7 \n`;
  expect(readPasted(pasted, ORIGIN).map(({ source }) => source)).toEqual([
    { document: ID },
    { address: 'https://elsewhere.example/7' },
  ]);
});

test('a document that begins with an address is a document all the same', () => {
  const pasted = 'https://elsewhere.example/7\n{"type": "VerifiableCredential"}';
  expect(readPasted(pasted, ORIGIN)).toEqual([{ name: 'https://elsewhere.example/7', source: { badge: pasted } }]);
});
