import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { ContainerFault, type FaultCode } from './fault.ts';
import { bakePng, readPng } from './png.ts';
import { writeChunk } from './png-chunks.ts';

const json = '{"@context":["https://www.w3.org/ns/credentials/v2"],"name":"Prüfung “Associate” 🐍"}';
const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJkaWQ6d2ViOmEifQ.c2ln';

/** A drawing of 8 by 8 pixels, each of its own colour. */
function drawPng(): Uint8Array {
  const png = new PNG({ width: 8, height: 8 });
  for (let at = 0; at < png.data.length; at++) png.data[at] = (at * 37) % 256;
  return PNG.sync.write(png);
}

const drawing = drawPng();
const text = (value: string) => new TextEncoder().encode(value);

/** The chunks put in directly after the header, as another baker would. */
function withChunks(...chunks: Uint8Array[]): Uint8Array {
  return Buffer.concat([drawing.subarray(0, 33), ...chunks, drawing.subarray(33)]);
}

function internationalText(keyword: string, rest: Uint8Array | string, compression = '\0\0'): Uint8Array {
  const bytes = typeof rest === 'string' ? text(rest) : rest;
  return writeChunk('iTXt', Buffer.concat([text(`${keyword}\0${compression}\0\0`), bytes]));
}

function faultOf(png: Uint8Array): { code: FaultCode; reason: string | undefined } {
  try {
    readPng(png);
  } catch (error) {
    if (error instanceof ContainerFault) return { code: error.code, reason: error.detail.reason };
    throw error;
  }
  throw new Error('was read');
}

describe('baking', () => {
  test('what is baked in comes out again, letter by letter', () => {
    expect(readPng(bakePng(drawing, json))).toBe(json);
    expect(readPng(bakePng(drawing, jwt))).toBe(jwt);
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), (value) => {
        const credential = JSON.stringify(value);
        fc.pre(!credential.includes('"__proto__"'));
        expect(readPng(bakePng(drawing, credential))).toBe(credential);
      }),
    );
  });

  test('a baked image is still the same image to a program that knows nothing of badges', () => {
    const baked = PNG.sync.read(Buffer.from(bakePng(drawing, json)), { checkCRC: true });
    expect([baked.width, baked.height]).toEqual([8, 8]);
    expect(baked.data.equals(PNG.sync.read(Buffer.from(drawing)).data)).toBe(true);
  });

  test('the credential stands where the specification has it: one plain iTXt chunk before the pixels', () => {
    const baked = Buffer.from(bakePng(drawing, json));
    const start = baked.indexOf('iTXt');
    expect(start).toBeLessThan(baked.indexOf('IDAT'));
    expect(baked.subarray(start + 4, start + 4 + 24).toString()).toBe('openbadgecredential\0\0\0\0\0');
    expect(baked.indexOf('iTXt', start + 1)).toBe(-1);
  });

  test('baking again replaces the credential and leaves other texts alone', () => {
    const comment = writeChunk('tEXt', text('Comment\0drawn by hand'));
    const again = bakePng(bakePng(withChunks(comment), jwt), json);
    expect(readPng(again)).toBe(json);
    expect(Buffer.from(again).includes('drawn by hand')).toBe(true);
    expect(Buffer.from(again).includes(jwt)).toBe(false);
  });

  test('what is no credential is not baked, and nothing is baked into what is no PNG', () => {
    for (const wrong of ['', 'hello', '[]', '{"a":1,"a":2}', 'null']) {
      expect(() => bakePng(drawing, wrong)).toThrow(ContainerFault);
    }
    expect(() => bakePng(text('<svg/>'), json)).toThrow(ContainerFault);
    expect(() => bakePng(drawing.subarray(0, -12), json)).toThrow(ContainerFault);
  });
});

describe('reading what others baked', () => {
  test('compressed text is read, though the specification forbids it', () => {
    expect(readPng(withChunks(internationalText('openbadgecredential', deflateSync(json), '\x01\0')))).toBe(json);
  });

  test('a language tag and a translated keyword are passed over', () => {
    const chunk = writeChunk('iTXt', text(`openbadgecredential\0\0\0en\0Abzeichen\0${json}`));
    expect(readPng(withChunks(chunk))).toBe(json);
  });

  test('the badge of Open Badges 2.0 is told apart from no badge', () => {
    expect(faultOf(withChunks(internationalText('openbadges', '{"type":"Assertion"}'))).code).toBe('open_badges_2');
    expect(faultOf(withChunks(writeChunk('tEXt', text('openbadges\0https://a.example')))).code).toBe('open_badges_2');
    expect(faultOf(drawing).code).toBe('no_credential');
    expect(faultOf(withChunks(internationalText('openbadgecredentials', json))).code).toBe('no_credential');
  });

  test('an image with badges of both versions is read as the newer', () => {
    const both = withChunks(internationalText('openbadges', '{}'), internationalText('openbadgecredential', json));
    expect(readPng(both)).toBe(json);
  });

  test('two credentials in one image are refused, since readers would differ on which is meant', () => {
    const one = internationalText('openbadgecredential', json);
    expect(faultOf(withChunks(one, internationalText('openbadgecredential', jwt))).code).toBe('several_credentials');
    expect(faultOf(withChunks(one, one)).code).toBe('several_credentials');
  });

  test('what follows the end of the image is no part of it, a credential neither', () => {
    const baked = bakePng(drawing, json);
    expect(readPng(Buffer.concat([baked, text('sent from my phone')]))).toBe(json);
    const hidden = Buffer.concat([drawing, internationalText('openbadgecredential', json)]);
    expect(faultOf(hidden).code).toBe('no_credential');
    expect(Buffer.from(bakePng(hidden, jwt)).includes('Prüfung')).toBe(false);
  });
});

describe('malformed images', () => {
  const change = (png: Uint8Array, at: number, value: number) => Uint8Array.from(png).with(at, value);

  test('every kind of damage has its reason', () => {
    const baked = bakePng(drawing, json);
    expect(faultOf(change(baked, 50, 0)).reason).toBe('checksum');
    expect(faultOf(change(baked, 33, 0x7f)).reason).toBe('cut_off');
    expect(faultOf(change(baked, 33, 0xff)).reason).toBe('cut_off');
    expect(faultOf(baked.subarray(0, -12)).reason).toBe('cut_off');
    expect(faultOf(change(baked, 37, 0)).reason).toBe('chunk_type');
    expect(faultOf(baked.subarray(0, 8)).reason).toBe('cut_off');
    const withoutHeader = Buffer.concat([baked.subarray(0, 8), baked.subarray(33)]);
    expect(faultOf(withoutHeader).reason).toBe('no_header');
    expect(faultOf(withChunks(drawing.slice(8, 33))).reason).toBe('second_header');
    expect(faultOf(withChunks(writeChunk('IEND', text('x')))).reason).toBe('end_length');
  });

  test('a text that is cut off, or has a NUL, an unknown compression or no UTF-8 is a fault', () => {
    const chunk = (content: string) => withChunks(writeChunk('iTXt', text(content)));
    expect(faultOf(chunk('openbadgecredential\0')).reason).toBe('text_cut_off');
    expect(faultOf(chunk('openbadgecredential\0\0\0en\0')).reason).toBe('text_cut_off');
    expect(faultOf(chunk('openbadgecredential\0\x02\0\0\0{}')).reason).toBe('text_compression');
    expect(faultOf(chunk('openbadgecredential\0\0\x01\0\0{}')).reason).toBe('text_compression');
    expect(faultOf(chunk('openbadgecredential\0\0\0\0\0{"a":\0}')).reason).toBe('text_has_nul');
    expect(faultOf(withChunks(internationalText('openbadgecredential', Uint8Array.of(0x7b, 0xff)))).code).toBe(
      'not_utf8',
    );
  });

  test('a text that would unpack to 100 MB is refused, and so is one of 2 MB that is not packed', () => {
    const bomb = deflateSync(Buffer.alloc(100 * 1024 * 1024));
    expect(faultOf(withChunks(internationalText('openbadgecredential', bomb, '\x01\0'))).code).toBe(
      'credential_too_large',
    );
    const packed = deflateSync(Buffer.alloc(600 * 1024, '{}'), { level: 0 });
    expect(faultOf(withChunks(internationalText('openbadgecredential', packed, '\x01\0'))).code).toBe(
      'credential_too_large',
    );
    const plain = `{"a":"${'a'.repeat(2 * 1024 * 1024)}"}`;
    expect(faultOf(withChunks(internationalText('openbadgecredential', plain))).code).toBe('credential_too_large');
  });

  test('damaged compression is a fault of its own', () => {
    const packed = deflateSync(json);
    for (const damaged of [
      packed.subarray(0, -4),
      packed.subarray(2),
      change(packed, packed.length - 1, 7),
      text(''),
    ]) {
      const png = withChunks(internationalText('openbadgecredential', damaged, '\x01\0'));
      expect(faultOf(png).code).toBe('compression_broken');
    }
  });
});
