import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { ContainerFault, type FaultCode } from './fault.ts';
import { readPdf } from './pdf.ts';

const json = '{"@context":["https://www.w3.org/ns/credentials/v2"],"name":"Prüfung “Associate” 🐍"}';
const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJkaWQ6d2ViOmEifQ.c2ln';

type Attached = { name: string; text: string | Uint8Array; type?: string };

/** A certificate as the product prints it, with files attached. */
function printPdf(attached: readonly Attached[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ pdfVersion: '1.7', ...options });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  document.text('Certificate');
  for (const { name, text, type } of attached) {
    document.file(Buffer.from(text), { name, ...(type === undefined ? {} : { type }) });
  }
  document.end();
  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(parts))));
}

/** A file with one stream, written by hand: what stands in its dictionary, and its bytes. */
function writePdf(dictionary: string, content: string | Uint8Array, rest = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${dictionary} >>\nstream\n`),
    Buffer.from(content),
    Buffer.from(`\nendstream\nendobj\n${rest}trailer\n<< /Size 2 >>\n%%EOF\n`),
  ]);
}

function codeOf(pdf: Uint8Array): FaultCode {
  try {
    readPdf(pdf);
  } catch (error) {
    if (error instanceof ContainerFault) return error.code;
    throw error;
  }
  throw new Error('was read');
}

describe('certificates as pdfkit prints them', () => {
  test.each([
    ['compressed', {}],
    ['not compressed', { compress: false }],
    ['tagged, for archives', { tagged: true, subset: 'PDF/A-3a' as const }],
  ])('the attached credential is found: %s', async (_, options) => {
    const pdf = await printPdf([{ name: 'credential.json', text: json, type: 'application/vc' }], options);
    expect(readPdf(pdf)).toBe(json);
  });

  test('a token is found as well as JSON, whatever the file is called', async () => {
    expect(readPdf(await printPdf([{ name: 'a', text: jwt }]))).toBe(jwt);
    expect(readPdf(await printPdf([{ name: 'b.txt', text: `\uFEFF ${json}\n` }]))).toBe(json);
  });

  test('other attached files do not hide the credential, nor count as one', async () => {
    const others = [
      { name: 'marks.json', text: '{"marks": [1, 2]}' },
      { name: 'photo.jpg', text: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) },
      { name: 'video.mp4', text: Buffer.alloc(3 * 1024 * 1024) },
    ];
    expect(readPdf(await printPdf([...others.slice(0, 2), { name: 'c.json', text: json }, ...others.slice(2)]))).toBe(
      json,
    );
    expect(codeOf(await printPdf(others.slice(0, 2)))).toBe('no_credential');
    expect(codeOf(await printPdf(others))).toBe('credential_too_large');
    expect(codeOf(await printPdf([]))).toBe('no_credential');
  });

  test('two credentials are refused; the same one twice, as an updated file has it, is one', async () => {
    const one = { name: 'a.json', text: json };
    expect(codeOf(await printPdf([one, { name: 'b.jwt', text: jwt }]))).toBe('several_credentials');
    const pdf = await printPdf([one]);
    expect(readPdf(Buffer.concat([pdf, pdf]))).toBe(json);
  });

  test('a locked file is said to be locked, not to be without a credential', async () => {
    const pdf = await printPdf([{ name: 'credential.json', text: json }], { userPassword: 'secret' });
    expect(codeOf(pdf)).toBe('pdf_encrypted');
  });
});

describe('files of other programs', () => {
  test('the length may be right, wrong, elsewhere or missing', () => {
    const packed = deflateSync(json);
    for (const length of [`/Length ${packed.length}`, '/Length 3', '/Length 99999999999', '/Length 7 0 R', '']) {
      expect(readPdf(writePdf(`/Type /EmbeddedFile ${length} /Filter /FlateDecode`, packed))).toBe(json);
      expect(readPdf(writePdf(`/Type/EmbeddedFile ${length}/Filter[/Fl]`, packed))).toBe(json);
    }
  });

  test('a stream that names only its media type is found', () => {
    expect(readPdf(writePdf('/Subtype /application#2Fjson', json))).toBe(json);
  });

  test('what cannot be read is said to be that, and not that there is no credential', () => {
    expect(codeOf(writePdf('/Type /EmbeddedFile /Filter /LZWDecode', 'x'))).toBe('pdf_not_supported');
    expect(codeOf(writePdf('/Type /EmbeddedFile /Filter [/ASCII85Decode /FlateDecode]', 'x'))).toBe(
      'pdf_not_supported',
    );
    expect(
      codeOf(writePdf('/Type /EmbeddedFile /Filter /FlateDecode /DecodeParms << /Predictor 12 >>', deflateSync(json))),
    ).toBe('pdf_not_supported');
    expect(codeOf(writePdf('/Type /ObjStm', 'x'))).toBe('pdf_not_supported');
    expect(codeOf(writePdf('/Type /EmbeddedFile /Filter /FlateDecode', 'no deflate'))).toBe('pdf_broken');
    expect(codeOf(Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile >>\nstream\n{"@context":1'))).toBe(
      'pdf_broken',
    );
  });

  test('compressed files are unpacked up to a megabyte in all, so that none made to be slow holds anybody up', () => {
    const packed = deflateSync(randomBytes(400 * 1024), { level: 0 });
    const one = Buffer.concat([
      Buffer.from(`1 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`),
      packed,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
    const credential = writePdf('/Type /EmbeddedFile /Filter /FlateDecode', deflateSync(json));
    expect(readPdf(Buffer.concat([credential, one, one, one]))).toBe(json);
    expect(codeOf(Buffer.concat([Buffer.from('%PDF-1.7\n'), one, one]))).toBe('no_credential');
    expect(codeOf(Buffer.concat([Buffer.from('%PDF-1.7\n'), one, one, one]))).toBe('credential_too_large');
  });

  test('an attachment that would unpack to 100 MB, and a file of a million attachments, are refused early', () => {
    const bomb = deflateSync(Buffer.alloc(100 * 1024 * 1024));
    expect(codeOf(writePdf('/Type /EmbeddedFile /Filter /FlateDecode', bomb))).toBe('credential_too_large');
    expect(codeOf(Buffer.from(`%PDF-1.7\n${'/EmbeddedFile '.repeat(1_000_000)}`))).toBe('pdf_not_supported');
    const many = '1 0 obj\n<</Type/EmbeddedFile>>\nstream\n{}\nendstream\nendobj\n'.repeat(100);
    expect(codeOf(Buffer.from(`%PDF-1.7\n${many}`))).toBe('pdf_not_supported');
  });
});
