import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { readBadgeFile } from './badge-file.ts';
import { bakePng } from './png.ts';
import { writeChunk } from './png-chunks.ts';
import { bakeSvg } from './svg.ts';

const json = '{"@context":["https://www.w3.org/ns/credentials/v2"],"name":"Prüfung 🐍"}';
const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJkaWQ6d2ViOmEifQ.c2ln';
const bytes = (text: string) => new TextEncoder().encode(text);
const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const png = PNG.sync.write(new PNG({ width: 1, height: 1 }));

/** A file as it comes: bytes when dropped, text when pasted. */
const bothWays = (text: string) => [readBadgeFile(text), readBadgeFile(bytes(text))];

describe('formats are told by content', () => {
  test('JSON, with a byte order mark and blanks around it or without', () => {
    for (const text of [json, `\uFEFF${json}`, `\r\n\t ${json}\n`]) {
      expect(bothWays(text)).toEqual([
        { format: 'json', text: json },
        { format: 'json', text: json },
      ]);
    }
  });

  test('a signed token, though a mail program broke it into lines', () => {
    for (const text of [jwt, `${jwt.slice(0, 20)}\r\n${jwt.slice(20)}\n`]) {
      expect(bothWays(text)).toEqual([
        { format: 'jwt', text: jwt },
        { format: 'jwt', text: jwt },
      ]);
    }
  });

  test('images, with JSON or a token baked in', () => {
    for (const text of [json, jwt]) {
      expect(readBadgeFile(bakePng(png, text))).toEqual({ format: 'png', text });
      expect(bothWays(bakeSvg(svg, text))).toEqual([
        { format: 'svg', text },
        { format: 'svg', text },
      ]);
    }
  });

  test('a view into a larger buffer is read like a file of its own', () => {
    const baked = bakePng(png, json);
    const larger = new Uint8Array(baked.length + 200).fill(0x20);
    larger.set(baked, 100);
    expect(readBadgeFile(larger.subarray(100, 100 + baked.length))).toEqual({ format: 'png', text: json });
  });
});

describe('what is no badge is told apart, so that people hear what to do', () => {
  test.each([
    ['empty', ''],
    ['empty', '\uFEFF \n'],
    ['looks_like_html', '<!DOCTYPE html><html></html>'],
    ['looks_like_html', '\n<html lang="de">'],
    ['looks_like_address', 'https://exams.example.org/credentials/1'],
    ['not_svg', '<?xml version="1.0"?><plist/>'],
    ['no_credential', svg],
    ['jwt_encrypted', 'eyJhbGciOiJSU0EifQ.a.b.c.d'],
    ['looks_like_sd_jwt', 'eyJhbGciOiJFUzI1NiJ9.a.b~c~'],
    ['format_not_known', 'hello'],
    ['format_not_known', '[{}]'],
    ['format_not_known', 'www.example.org'],
  ])('%s: %j', (code, text) => {
    for (const file of bothWays(text)) expect(file).toMatchObject({ format: 'unreadable', code });
  });

  test.each([
    ['looks_like_jpeg', [0xff, 0xd8, 0xff, 0xe0, 0, 16]],
    ['looks_like_gif', [...bytes('GIF89a')]],
    ['looks_like_webp', [...bytes('RIFF0000WEBP')]],
    ['looks_like_zip', [0x50, 0x4b, 3, 4]],
    ['not_utf8', [0x7b, 0xff, 0x7d]],
    ['not_utf8', [0xff, 0xfe, 0x7b, 0, 0x7d, 0]],
    ['not_utf8', [0x7b, 0xed, 0xa0, 0x80, 0x7d]],
  ])('%s', (code, file) => {
    expect(readBadgeFile(Uint8Array.from(file))).toMatchObject({ format: 'unreadable', code });
  });

  test('half of a character in a pasted text', () => {
    expect(readBadgeFile('{"a":"\uD800"}')).toMatchObject({ format: 'unreadable', code: 'lone_surrogate' });
  });
});

describe('sizes', () => {
  test('a file over 50 MB is not looked into; a text over 1 MB is no credential', () => {
    const large = new Uint8Array(50 * 1024 * 1024 + 1);
    large.set(png);
    expect(readBadgeFile(large)).toMatchObject({ format: 'unreadable', code: 'too_large' });
    expect(readBadgeFile('x'.repeat(large.length))).toMatchObject({ format: 'unreadable', code: 'too_large' });
    const text = `{"a":"${'é'.repeat(600_000)}"}`;
    for (const file of bothWays(text))
      expect(file).toMatchObject({ format: 'unreadable', code: 'credential_too_large' });
  });

  test('a photograph of 49 MB with a credential in it is read', () => {
    const pixels = new Uint8Array(49 * 1024 * 1024);
    for (let at = 0; at < pixels.length; at++) pixels[at] = (at * 2654435761) >>> 24;
    const image = new PNG({ width: 3500, height: 3500, inputHasAlpha: true });
    image.data = Buffer.from(pixels.subarray(0, 3500 * 3500 * 4));
    const photograph = PNG.sync.write(image, { deflateLevel: 0, filterType: 0 });
    expect(photograph.length).toBeGreaterThan(46 * 1024 * 1024);
    expect(readBadgeFile(bakePng(photograph, json))).toEqual({ format: 'png', text: json });
  });

  test('files of 50 MB made to be slow are answered like others', () => {
    const full = 50 * 1024 * 1024;
    const chunk = writeChunk('tEXt', new Uint8Array());
    const files = [
      Buffer.concat([png.subarray(0, 33), Buffer.alloc(full - 100, chunk)]),
      Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(full - 100, '/')]),
      Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(full - 100, '/EmbeddedFile>>')]),
      Buffer.concat([Buffer.from('<svg>'), Buffer.alloc(full - 100, '<credential>')]),
      Buffer.concat([Buffer.from('<svg '), Buffer.alloc(full - 100, 'credential ')]),
      Buffer.alloc(full, 'eya.'),
      Buffer.alloc(full, '{'),
      Buffer.alloc(full, ' '),
    ];
    for (const file of files) expect(readBadgeFile(file).format).toBe('unreadable');
  });
});
