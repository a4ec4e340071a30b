import type { Item } from '@pyladder/exam';
import { z } from 'zod';
import { canonicalJson, sha256 } from '../canonical.ts';
import { compareText } from '../problem.ts';
import type { Template } from '../templates/template.ts';

/** Of which templates a pack has native proofs, in the file `native-proofs.json` beside its compiled bank. */
export type NativeProofs = Readonly<Record<string, NativeProof>>;

/** One template's: what it was built from, on which CPython, and the hashes of the items that came of it. */
export type NativeProof = { built: string; python: string; items: string[] };

/** What was proven elsewhere: the recorded proofs, and the compiled bank that they speak of. */
export type Trust = { proofs: NativeProofs; compiled: readonly Item[] };

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const NativeProofsShape = z.record(
  z.string(),
  z.strictObject({ built: hash, python: z.string(), items: z.array(hash).min(1) }),
);

/** What a template's items follow from, whatever the version of this house that builds them. */
export type Origin = { template: Pick<Template, 'id' | 'source'>; seed: string; license: string };

/** Stands for the text of a template, the seed of its draws and its licence. */
export function keyOfOrigin({ template, seed, license }: Origin): string {
  return sha256(canonicalJson({ id: template.id, text: template.source.text, seed, license }));
}

/** The proof of a template that has just been built natively on this CPython. */
export function recordProof(origin: Origin, items: readonly Item[], python: string): NativeProof {
  return { built: keyOfOrigin(origin), python, items: items.map(({ hash }) => hash).toSorted(compareText) };
}

/**
 * The items of a template from a compiled bank, on the word of its recorded proof; null if the proof is of
 * another text, seed or licence, or an item of it is missing.
 */
export function takeOnTrust(origin: Origin, proofs: NativeProofs, compiled: readonly Item[]): Item[] | null {
  const proof = Object.hasOwn(proofs, origin.template.id) ? proofs[origin.template.id] : undefined;
  if (proof === undefined || proof.built !== keyOfOrigin(origin)) return null;
  const items = compiled.filter(({ template, hash }) => template === origin.template.id && proof.items.includes(hash));
  return items.length === proof.items.length ? items : null;
}

/** Reads the text of a `native-proofs.json`. @throws ZodError or SyntaxError if it is none */
export function readNativeProofs(text: string): NativeProofs {
  return NativeProofsShape.parse(JSON.parse(text));
}

/** The text of a `native-proofs.json`: equal proofs give equal bytes, a line for each template. */
export function writeNativeProofs(proofs: NativeProofs): string {
  const lines = Object.entries(proofs)
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([id, proof]) => `${JSON.stringify(id)}: ${canonicalJson(proof)}`);
  return lines.length === 0 ? '{}\n' : `{\n${lines.join(',\n')}\n}\n`;
}
