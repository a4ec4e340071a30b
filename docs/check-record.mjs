// Checks the record of a sitting without trusting anybody: node check-record.mjs record.json receipt.json jwks.json
// How to get the three files, and what is checked: chain.md. Needs Node 20 or newer and nothing else.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const files = process.argv.slice(2);
if (files.length !== 3) fail('Write: node check-record.mjs record.json receipt.json jwks.json');
const [record, receipt, jwks] = files.map(read);
if (!Array.isArray(record.answers)) fail(`${files[0]} is no record of answers.`);
if (typeof receipt.signature !== 'string') fail(`${files[1]} is no receipt.`);
if (!Array.isArray(jwks.keys)) fail(`${files[2]} is no list of published keys.`);

let previous = record.formSeal;
for (const [index, answer] of record.answers.entries()) {
  const text = JSON.stringify([
    'pyladder-answer-1',
    previous,
    record.sittingId,
    answer.place,
    answer.deviceId,
    answer.deviceSequence,
    answer.position,
    answer.response.type,
    answer.response.type === 'choice' ? answer.response.option : answer.response.options,
    answer.acceptance,
    answer.receivedAt,
  ]);
  const hash = createHash('sha256').update(text, 'utf8').digest('hex');
  if (answer.place !== index + 1 || hash !== answer.chain) fail(`The chain breaks at answer ${index + 1}.`);
  previous = hash;
}

// Answers that came after handing in follow the one that the receipt names.
const head = receipt.answers === 0 ? record.formSeal : record.answers[receipt.answers - 1]?.chain;
if (head !== receipt.chainHead) fail('The receipt names another last answer than the record.');

const [header, payload, signature] = receipt.signature.split('.');
const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
const jwk = jwks.keys.find((key) => key.kid === kid);
if (jwk === undefined) fail('The issuer does not publish the key that signed the receipt.');
const key = createPublicKey({ key: jwk, format: 'jwk' });
if (!verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))) {
  fail('The signature of the receipt does not hold.');
}
const signed = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
for (const name of ['sittingId', 'submittedAt', 'endedBy', 'answers', 'chainHead']) {
  if (signed[name] !== receipt[name]) fail(`The receipt says another ${name} than was signed.`);
}
if (receipt.sittingId !== record.sittingId) fail('The receipt belongs to another sitting.');

console.log(`The record holds: ${record.answers.length} answers, signed by ${kid}.`);

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return fail(`${file} cannot be read as JSON: ${error.message}`);
  }
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
