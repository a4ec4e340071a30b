import { execFile } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChainLink, chainText } from '@pyladder/exam';
import { expect, test } from 'vitest';
import { root } from '../stages/command.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const sittingId = 'c3a4b9de-2f0e-4a52-9a36-0f9f0f6a1d2b';
const formSeal = 'a'.repeat(64);
const responses: ChainLink['response'][] = [
  { type: 'choice', option: 'Qm3xT9aZ' },
  { type: 'choice', option: null },
  { type: 'slots', options: ['b7_Wk-2p', null] },
  { type: 'order', options: ['b7_Wk-2p', 'Qm3xT9aZ'] },
];
const links: ChainLink[] = responses.map((response, at) => ({
  sittingId,
  place: at + 1,
  deviceId: '7d0a1b8a-51d4-43a5-8f7c-2b6b8a5d9e10',
  deviceSequence: 4 + at,
  position: at,
  response,
  acceptance: 'counted',
  receivedAt: new Date(Date.UTC(2026, 4, 4, 10, 42, 7, 123 + at)),
}));

test('the example in the manual has the text and the hash that the server would give', () => {
  const examples = Array.from(
    readFileSync(join(root, 'docs/chain.md'), 'utf8').matchAll(/```text\n(.*)\n```/g),
    ([, text]) => text,
  );
  const [first] = links;
  if (first === undefined) throw new Error('there is no link');
  const text = chainText(formSeal, first);
  expect(examples).toEqual([text, sha256(text)]);
});

type Answer = Omit<ChainLink, 'sittingId' | 'receivedAt'> & { receivedAt: string; chain: string };

/** The three files as an installation serves them. */
function givenFiles() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const answers: Answer[] = [];
  let chain = formSeal;
  for (const { sittingId: _, ...link } of links) {
    chain = sha256(chainText(chain, { ...link, sittingId }));
    answers.push({ ...link, receivedAt: link.receivedAt.toISOString(), chain });
  }
  const submission = {
    sittingId,
    submittedAt: '2026-05-04T10:50:00.000Z',
    endedBy: 'candidate',
    answers: 3,
    chainHead: answers[2]?.chain,
  };
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'EdDSA', kid: 'key-1' })}.${encode(submission)}`;
  const signature = `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
  return {
    record: { sittingId, formSeal, answers },
    receipt: { ...submission, signature },
    jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'key-1' }] },
  };
}

type Files = ReturnType<typeof givenFiles>;

function check(files: Files): Promise<{ code: number; words: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'pyladder-record-'));
  const paths = (['record', 'receipt', 'jwks'] as const).map((name) => {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(files[name]));
    return join(folder, `${name}.json`);
  });
  return new Promise((settle) => {
    execFile(process.execPath, [join(root, 'docs/check-record.mjs'), ...paths], (error, stdout, stderr) => {
      rmSync(folder, { recursive: true });
      settle({ code: typeof error?.code === 'number' ? error.code : 0, words: (stdout + stderr).trim() });
    });
  });
}

test('a candidate sees that their own record holds, with an answer that came after handing in', async () => {
  expect(await check(givenFiles())).toEqual({ code: 0, words: 'The record holds: 4 answers, signed by key-1.' });
});

test.each<[string, (files: Files) => Files, string]>([
  [
    'an answer was changed',
    ({ record, ...rest }) => {
      const [first, ...others] = record.answers;
      if (first === undefined) throw new Error('there is no answer');
      const changed: Answer = { ...first, response: { type: 'choice', option: 'changed0' } };
      return { ...rest, record: { ...record, answers: [changed, ...others] } };
    },
    'The chain breaks at answer 1.',
  ],
  [
    'an answer was left out',
    ({ record, ...rest }) => ({ ...rest, record: { ...record, answers: record.answers.toSpliced(1, 1) } }),
    'The chain breaks at answer 2.',
  ],
  [
    'the form was another one',
    ({ record, ...rest }) => ({ ...rest, record: { ...record, formSeal: 'b'.repeat(64) } }),
    'The chain breaks at answer 1.',
  ],
  [
    'answers before the end are missing',
    ({ record, ...rest }) => ({ ...rest, record: { ...record, answers: record.answers.slice(0, 1) } }),
    'The receipt names another last answer than the record.',
  ],
  [
    'the receipt was changed',
    ({ receipt, ...rest }) => ({ ...rest, receipt: { ...receipt, endedBy: 'time' } }),
    'The receipt says another endedBy than was signed.',
  ],
  [
    'the receipt was signed by somebody else',
    ({ receipt, record }) => ({ receipt, record, jwks: givenFiles().jwks }),
    'The signature of the receipt does not hold.',
  ],
  [
    'the key is not published',
    (files) => ({ ...files, jwks: { keys: [] } }),
    'The issuer does not publish the key that signed the receipt.',
  ],
])('a candidate sees it when %s', async (_, tamper, words) => {
  expect(await check(tamper(givenFiles()))).toEqual({ code: 1, words });
});

test('a file that is missing or is not what it should be is told in one line', async () => {
  expect(await check({ ...givenFiles(), receipt: { sittingId } } as unknown as Files)).toEqual({
    code: 1,
    words: expect.stringMatching(/receipt\.json is no receipt\.$/),
  });
});
