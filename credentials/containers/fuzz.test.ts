import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { type BadgeFile, readBadgeFile } from './badge-file.ts';
import { ContainerFault } from './fault.ts';
import { gunzip, inflateRaw, unzlib } from './inflate.ts';
import { jwkOfMultikey } from './jwk.ts';
import { readJwtBadge } from './jwt.ts';
import { bakePng } from './png.ts';
import { decodeStatusList } from './status-list.ts';
import { parseStrictJson } from './strict-json.ts';
import { bakeSvg } from './svg.ts';

const json = '{"@context":["https://www.w3.org/ns/credentials/v2"],"name":"Prüfung 🐍","n":[1,-2.5e3,true,null]}';
const token = 'eyJhbGciOiJFZERTQSJ9.eyJAY29udGV4dCI6W10sImlzcyI6ImRpZDp3ZWI6YSJ9.c2ln';
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function printPdf(): Promise<Uint8Array> {
  const document = new PDFDocument();
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  document.file(Buffer.from(json), { name: 'credential.json', type: 'application/json' });
  document.end();
  await new Promise((resolve) => document.on('end', resolve));
  return Uint8Array.from(Buffer.concat(parts));
}

const samples: readonly (readonly [string, Uint8Array])[] = [
  ['PNG', bakePng(PNG.sync.write(new PNG({ width: 3, height: 3 })), json)],
  ['SVG', bytesOf(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>', json))],
  ['SVG with a token', bytesOf(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', token))],
  ['PDF', await printPdf()],
  ['JSON', bytesOf(json)],
  ['token', bytesOf(token)],
];

/** Reads a file and what is in it, down to the last reader. What it throws, if not a fault, fails the test. */
function readDeeply(file: Uint8Array): BadgeFile['format'] {
  const badge = readBadgeFile(file);
  if (badge.format === 'unreadable') return badge.format;
  for (const read of [parseStrictJson, readJwtBadge]) orFault(() => read(badge.text));
  return badge.format;
}

function orFault(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof ContainerFault)) throw error;
  }
}

describe.each(samples)('%s', (_, sample) => {
  test('cut off after any byte, nothing but a fault comes of it', () => {
    for (let length = 0; length < sample.length; length++) readDeeply(sample.subarray(0, length));
    expect(readDeeply(sample)).not.toBe('unreadable');
  });

  test('with any byte changed in any way, it is read or is a fault', () => {
    for (let at = 0; at < sample.length; at++) {
      const byte = sample[at] ?? 0;
      const changes = [...Array.from({ length: 8 }, (_, bit) => byte ^ (1 << bit)), 0, 0xff, 0x20, 0x3c, 0x22];
      for (const changed of changes) readDeeply(sample.with(at, changed));
    }
    expect(readDeeply(sample)).not.toBe('unreadable');
  });

  test('with pieces of it moved about, doubled or lost, it is read or is a fault', () => {
    const piece = fc.tuple(fc.nat(sample.length - 1), fc.nat(sample.length - 1));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        readDeeply(
          Buffer.concat([
            sample.subarray(0, 8),
            ...pieces.map(([a, b]) => sample.subarray(Math.min(a, b), Math.max(a, b))),
          ]),
        );
      }),
      { numRuns: 500 },
    );
  });
});

test('no bytes at all, whatever they seem to begin like, throw anything but a fault', () => {
  const starts = fc.constantFrom('', '%PDF-1.7\n', '<svg>', '{', 'ey', '\x1f\x8b\x08', '\x78\x9c', 'u', 'z');
  fc.assert(
    fc.property(starts, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
      const bytes = Uint8Array.from([...Buffer.from(start, 'latin1'), ...rest]);
      readDeeply(bytes);
      const bound = { packedBytes: 100_000, bytes: 100_000, beyond: 'too_large' } as const;
      for (const read of [inflateRaw, unzlib, gunzip]) orFault(() => read(bytes, bound));
      const text = Buffer.from(bytes).toString('latin1');
      for (const read of [decodeStatusList, parseStrictJson, readJwtBadge, jwkOfMultikey]) orFault(() => read(text));
      orFault(() => decodeStatusList(`u${Buffer.from(bytes).toString('base64url')}`));
    }),
    { numRuns: 3000 },
  );
});
