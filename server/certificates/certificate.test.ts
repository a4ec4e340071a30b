import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { afterAll, expect, test } from 'vitest';
import { type CertificateFacts, makeCertificate } from './certificate.ts';

const facts: CertificateFacts = {
  holderName: 'Grace Hopper',
  short: 'PCAP',
  name: 'Certified Associate in Python Programming',
  rung: 2,
  rungs: 5,
  issuerName: 'Python Exams Helsinki',
  issuedAt: new Date('2026-05-03T23:30:00Z'),
  expiresAt: null,
  address: 'https://exams.example.org/credentials/3f1e8a52-6c0d-4b57-9d1f-1f0d9a5b7c11',
  basis: [{ short: 'PCAP', passedAt: new Date('2026-05-02T09:00:00Z') }],
  topics: [{ title: 'Data aggregates' }, { title: 'Functions and modules' }],
  isDemo: false,
  credentialJson: '{"name":"Zoë","issuer":"did:web:exams.example.org"}\n',
  credentialId: '3f1e8a52-6c0d-4b57-9d1f-1f0d9a5b7c11',
};

const hostileName = '<b>A&B</b>\u202e(/Title) \\ \u0000endstream endobj %PDF';
const crowded: Partial<CertificateFacts> = {
  holderName: 'Maximiliana Wilhelmine '.repeat(9).slice(0, 200),
  short: 'WWWWWWWWWWWW',
  name: 'A name of a rung that goes on and on '.repeat(6),
  issuerName: 'The Institute for Examinations in Programming '.repeat(4),
  address: `https://exams.example.org/credentials/${'a'.repeat(160)}`,
  topics: Array.from({ length: 30 }, (_, i) => ({ title: `A rather long title of section ${i}` })),
  basis: Array.from({ length: 5 }, (_, i) => ({ short: `PCPP 32-${i}`, passedAt: facts.issuedAt })),
};

const folder = mkdtempSync(join(tmpdir(), 'pyladder-certificate-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;

async function certificate(changes: Partial<CertificateFacts> = {}): Promise<string> {
  const file = join(folder, `${++count}.pdf`);
  writeFileSync(file, await makeCertificate({ ...facts, ...changes }));
  return file;
}

/** Runs one of Poppler's commands; what it complains about is a fault of the file. */
function poppler(command: string, ...options: string[]): string {
  const script = '"$@" 2>&1';
  return execFileSync('sh', ['-c', script, 'sh', command, ...options], { encoding: 'utf8' });
}

const textOf = (file: string) => poppler('pdftotext', '-raw', file, '-').replaceAll(/\s+/g, ' ');

function pictureOf(file: string): PNG {
  expect(poppler('pdftoppm', '-r', '150', '-png', '-singlefile', file, file)).toBe('');
  return PNG.sync.read(readFileSync(`${file}.png`));
}

/** What a phone's camera reads off the printed page. */
function scan({ data, width, height }: PNG) {
  return jsqr.default(new Uint8ClampedArray(data), width, height);
}

type Box = { word: string; left: number; top: number; right: number; bottom: number };

function wordsOf(file: string): Box[] {
  const html = poppler('pdftotext', '-bbox', file, '-');
  const pattern = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g;
  return Array.from(html.matchAll(pattern), ([, left, top, right, bottom, word = '']) => ({
    word,
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
  }));
}

/** Boxes are as high as the typeface; letters fill the middle of them. */
function collide(a: Box, b: Box): boolean {
  const inner = ({ top, bottom }: Box) => [top + (bottom - top) * 0.15, bottom - (bottom - top) * 0.15] as const;
  const [[aTop, aBottom], [bTop, bBottom]] = [inner(a), inner(b)];
  return a.left < b.right - 0.5 && b.left < a.right - 0.5 && aTop < bBottom && bTop < aBottom;
}

test('the code on the printed page leads to the address, however long that is', async () => {
  for (const changes of [{}, crowded]) {
    const found = scan(pictureOf(await certificate(changes)));
    expect(found?.data).toBe({ ...facts, ...changes }.address);
    const { topLeftCorner: left, topRightCorner: right } = found?.location ?? {};
    const points = ((right?.x ?? 0) - (left?.x ?? 0)) * (72 / 150);
    expect((points / 72) * 25.4).toBeGreaterThan(25);
  }
});

test('the credential travels in the file, byte for byte', async () => {
  const file = await certificate();
  const saved = join(folder, 'credential.json');
  poppler('pdfdetach', '-save', '1', '-o', saved, file);
  expect(readFileSync(saved, 'utf8')).toBe(facts.credentialJson);
  expect(poppler('pdfdetach', '-list', file)).toContain('1: credential.json');
  expect(readFileSync(file, 'latin1')).toContain('/AFRelationship /Data');
});

test('the certificate is read out in order, with headings, a link and words for each picture', async () => {
  const structure = poppler('pdfinfo', '-struct-text', await certificate());
  const said = Array.from(structure.matchAll(/"(.+)"/g), ([, text]) => text);
  expect(said).toEqual([
    'Python Exams Helsinki',
    'This certifies that',
    'Grace Hopper',
    'has earned',
    'PCAP',
    'Certified Associate in Python Programming',
    'Rests on',
    'PCAP, passed on 2 May 2026',
    'Examined in',
    'Data aggregates · Functions and modules',
    'Issued on 3 May 2026. It does not expire.',
    'To see whether it still stands, scan the code or open this page:',
    facts.address,
    `The signed credential is attached to this file as credential.json. Its number is ${facts.credentialId}.`,
  ]);
  expect(structure.match(/^ *(H1|H2|Link|Figure)\b/gm)?.map((tag) => tag.trim())).toEqual([
    ...['H1', 'H2', 'H2', 'Link', 'Figure', 'Figure'],
  ]);
  const source = readFileSync(await certificate(), 'latin1');
  expect(source).toContain('/Alt (A ladder of 5 rungs; a python has climbed to rung 2.)');
  expect(source).toContain(`/Alt (QR code that leads to ${facts.address})`);
  expect(source).toContain('/Lang (en-GB)');
  expect(source).toContain('/DisplayDocTitle true');
});

test('every letter is embedded, so that it prints the same in ten years', async () => {
  const fonts = poppler('pdffonts', await certificate({ holderName: 'Ελένη Жукова' }))
    .split('\n')
    .slice(2, -1);
  expect(fonts).toHaveLength(3);
  for (const font of fonts) expect(font).toMatch(/Identity-H +yes yes yes/);
});

test('the same facts give the same file, to the byte', async () => {
  const [first, again] = [await makeCertificate(facts), await makeCertificate(facts)];
  expect(Buffer.compare(first, again)).toBe(0);
  expect(Buffer.compare(first, await makeCertificate({ ...facts, credentialId: 'another' }))).not.toBe(0);
});

test('a holder who does not show a name gets a certificate that reads as one', async () => {
  expect(textOf(await certificate({ holderName: null }))).toContain(
    'This certifies that The holder of this certificate has earned PCAP',
  );
});

test.each(['Ö', 'Nguyễn Thị Hồng Ánh', 'Александра Ковалёва', 'Ἀθηνᾶ Παπαδοπούλου', 'Łukasz Żółć', "Siobhán O'Neill"])(
  'the name %s is written as its owner writes it',
  async (holderName) => {
    expect(textOf(await certificate({ holderName }))).toContain(`that ${holderName} has earned`.normalize('NFC'));
  },
);

test.each(['王小明', 'محمد علي', 'Ada 🐍 Lovelace'])(
  'the name %s is not half written: the page is named that shows it',
  async (holderName) => {
    const text = textOf(await certificate({ holderName }));
    expect(text).toContain('The person named on its page');
    expect(text).toContain('The name is written in letters that this document does not have');
    expect(text).not.toContain('\ufffd');
  },
);

test('hostile names are words on the page and nothing else', async () => {
  const file = await certificate({ holderName: hostileName, name: hostileName, issuerName: hostileName });
  expect(textOf(file)).toContain('that <b>A&B</b>(/Title) \\ endstream endobj %PDF has earned');
  expect(poppler('pdfinfo', file)).toMatch(/^Pages: +1$/m);
  const metadata = poppler('pdfinfo', '-meta', file);
  expect(metadata).toContain('‹b›A+B‹/b›');
  expect(metadata).not.toContain('<b>');
});

test('however much there is to say, it is one page, nothing covers anything, nothing leaves the frame', async () => {
  for (const changes of [{}, crowded, { ...crowded, isDemo: true }, { ...crowded, holderName: 'W'.repeat(200) }]) {
    const file = await certificate(changes);
    expect(poppler('pdfinfo', file)).toMatch(/^Pages: +1$/m);
    const words = wordsOf(file);
    expect(words.length).toBeGreaterThan(20);
    for (const [i, word] of words.entries()) {
      expect(word.left).toBeGreaterThan(26);
      expect(word.right).toBeLessThan(841.89 - 26);
      expect(word.bottom).toBeLessThan(595.28 - 26);
      expect(words.slice(i + 1).filter((other) => collide(word, other))).toEqual([]);
    }
  }
});

test('a demo says so first, and that it attests nothing', async () => {
  const text = textOf(await certificate({ isDemo: true }));
  expect(text).toMatch(/^DEMO Made by an installation for trying things out\. It attests nothing\./);
  expect(textOf(await certificate())).not.toContain('DEMO');
});

test('a certificate that expires names the day', async () => {
  const text = textOf(await certificate({ expiresAt: new Date('2029-12-31T00:00:00Z') }));
  expect(text).toContain('Issued on 3 May 2026. Valid until 31 December 2029.');
});

test('a granted rung names every exam that it rests on', async () => {
  const passedAt = new Date('2026-05-02T09:00:00Z');
  const basis = ['PCAP', 'PCPP 32-1', 'PCPP 32-2'].map((short) => ({ short, passedAt }));
  const text = textOf(await certificate({ rung: 5, short: 'CEPP', basis, topics: [] }));
  for (const { short } of basis) expect(text).toContain(`${short}, passed on 2 May 2026`);
  expect(text).not.toContain('Examined in');
});
