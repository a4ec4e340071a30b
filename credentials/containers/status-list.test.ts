/// <reference path="./bitstring-status-list.d.ts" />
import { gzipSync } from 'node:zlib';
import { BitstringStatusList } from '@digitalbazaar/vc-bitstring-status-list';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContainerFault } from './fault.ts';
import { decodeStatusList, encodeStatusList, shortestStatusList, updateStatusList } from './status-list.ts';
import { buildStatusList } from './status-list-credential.ts';

const indexes = fc.uniqueArray(fc.nat(shortestStatusList - 1), { maxLength: 200 });
/** More of them where two lists can differ by a byte's edge. */
const edges = [0, 1, 7, 8, 9, 15, 16, 131_064, 131_070, 131_071];

function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ContainerFault) return error.code;
    throw error;
  }
  return 'was read';
}

const encodeGzipped = (bytes: Uint8Array) => `u${gzipSync(bytes).toString('base64url')}`;

describe('agreement with others', () => {
  test('Digital Bazaar reads from our list that exactly those are revoked whom we revoked', async () => {
    await fc.assert(
      fc.asyncProperty(indexes, async (revoked) => {
        const theirs = await BitstringStatusList.decode({ encodedList: encodeStatusList(shortestStatusList, revoked) });
        expect(theirs.length).toBe(shortestStatusList);
        for (const index of [...revoked, ...edges]) expect(theirs.getStatus(index)).toBe(revoked.includes(index));
      }),
      { numRuns: 30 },
    );
  });

  test("we read from Digital Bazaar's list that exactly those are revoked whom they revoked", async () => {
    await fc.assert(
      fc.asyncProperty(indexes, async (revoked) => {
        const theirs = new BitstringStatusList({ length: shortestStatusList });
        for (const index of revoked) theirs.setStatus(index, true);
        const ours = decodeStatusList(await theirs.encode());
        expect(ours.length).toBe(shortestStatusList);
        for (const index of [...revoked, ...edges]) expect(ours.isSet(index)).toBe(revoked.includes(index));
      }),
      { numRuns: 30 },
    );
  });

  test("the list of the W3C's own example is read: 131,072 entries, none of them set", () => {
    const example = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA';
    const list = decodeStatusList(example);
    expect(list.length).toBe(131_072);
    expect(Array.from({ length: list.length }, (_, index) => list.isSet(index))).not.toContain(true);
  });

  test('the first entry is the leftmost bit', () => {
    const bytes = new Uint8Array(shortestStatusList / 8);
    bytes[0] = 0b1000_0001;
    const list = decodeStatusList(encodeGzipped(bytes));
    expect([0, 1, 6, 7, 8].filter((index) => list.isSet(index))).toEqual([0, 7]);
  });
});

describe('our own', () => {
  test('the same statuses always give the same text, so that a list that did not change is not signed anew', () => {
    expect(encodeStatusList(shortestStatusList, [5, 3])).toBe(encodeStatusList(shortestStatusList, [3, 5, 3]));
  });

  test('to revoke one and reinstate another touches nobody else', () => {
    fc.assert(
      fc.property(indexes, fc.nat(shortestStatusList - 1), fc.nat(shortestStatusList - 1), (revoked, out, back) => {
        const updated = updateStatusList(encodeStatusList(shortestStatusList, revoked), [
          [out, true],
          [back, false],
        ]);
        const expected = new Set([...revoked, out]);
        expected.delete(back);
        expect(updated).toBe(encodeStatusList(shortestStatusList, expected));
      }),
      { numRuns: 30 },
    );
  });

  test('the published list says of itself what the standard asks for', () => {
    const address = 'https://exams.example.org/status/1/revocation';
    const list = buildStatusList({
      id: address,
      listAddress: address,
      issuerId: 'did:web:exams.example.org',
      purpose: 'revocation',
      encodedList: encodeStatusList(shortestStatusList, []),
      validFrom: new Date('2026-03-04T05:06:07.890Z'),
      validUntil: new Date('2026-03-05T05:06:07.890Z'),
    });
    expect(list).toMatchObject({
      id: address,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: 'did:web:exams.example.org',
      validFrom: '2026-03-04T05:06:07Z',
      validUntil: '2026-03-05T05:06:07Z',
      credentialSubject: { id: `${address}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation' },
    });
  });
});

describe('hostile lists', () => {
  test('a list that would unpack to 256 MB is refused after a few megabytes', () => {
    const bomb = encodeGzipped(new Uint8Array(256 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(500_000);
    expect(codeOf(() => decodeStatusList(bomb))).toBe('status_list_too_long');
    const before = process.memoryUsage().arrayBuffers;
    expect(codeOf(() => decodeStatusList(bomb, { longest: 1 << 26 }))).toBe('status_list_too_long');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('a list so short that it tells whose credential is looked up is refused', () => {
    expect(codeOf(() => decodeStatusList(encodeGzipped(new Uint8Array(shortestStatusList / 8 - 1))))).toBe(
      'status_list_too_short',
    );
    expect(codeOf(() => encodeStatusList(8, []))).toBe('status_list_too_short');
  });

  test.each([-1, 131_072, 0.5, Number.NaN, 2 ** 32, Number.POSITIVE_INFINITY])(
    'an index that the list does not have (%d) is refused, not read as "not revoked"',
    (index) => {
      const encoded = encodeStatusList(shortestStatusList, []);
      expect(codeOf(() => decodeStatusList(encoded).isSet(index))).toBe('status_index_out_of_range');
      expect(codeOf(() => encodeStatusList(shortestStatusList, [index]))).toBe('status_index_out_of_range');
      expect(codeOf(() => updateStatusList(encoded, [[index, true]]))).toBe('status_index_out_of_range');
    },
  );

  test('what is not multibase base64url of gzip is refused with its own code', () => {
    const good = encodeStatusList(shortestStatusList, [1]);
    expect(codeOf(() => decodeStatusList(good.slice(1)))).toBe('status_list_encoding');
    expect(codeOf(() => decodeStatusList(`z${good.slice(1)}`))).toBe('status_list_encoding');
    expect(codeOf(() => decodeStatusList(`${good} `))).toBe('status_list_encoding');
    expect(codeOf(() => decodeStatusList('u'))).toBe('status_list_encoding');
    expect(codeOf(() => decodeStatusList('uAAAA'))).toBe('compression_broken');
  });

  test('a list cut off or changed anywhere is a fault, or says the same as before, and never clears anybody', () => {
    const list = encodeStatusList(shortestStatusList, [1, 99_999]);
    const bytes = Buffer.from(list.slice(1), 'base64url');
    const read = (changed: Uint8Array) => updateStatusList(`u${Buffer.from(changed).toString('base64url')}`, []);
    for (let at = 0; at < bytes.length; at++) {
      expect(codeOf(() => read(bytes.subarray(0, at)))).not.toBe('was read');
      for (let bit = 0; bit < 8; bit++) {
        const changed = bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit));
        if (codeOf(() => read(changed)) === 'was read') expect(read(changed)).toBe(list);
      }
    }
  });
});
