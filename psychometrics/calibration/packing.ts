import { checkResponses, MISSING, type Responses } from './responses.ts';

/**
 * Rows of a packed matrix who were given the same items: rows `from` up to but not including `to`. `mask` has a bit for each
 * item that was given, as `bytes` have for right answers.
 */
export type Form = { from: number; to: number; given: Int32Array; mask: Uint8Array };

/**
 * Right and wrong answers, eight to a byte, a form's persons together. Sums over a person's items become sums over bytes,
 * each looked up in a table of 256 that is made once for all persons.
 */
export type Packed = {
  items: number;
  /** Bytes to a row. */
  width: number;
  /** A bit is set where the answer is right; item 8 g + t is bit t of byte g. */
  bytes: Uint8Array;
  counts: Float64Array;
  forms: Form[];
  /** Per item, how many persons had it right. */
  right: Float64Array;
  persons: number;
};

/**
 * Packs binary responses, sorted by form.
 *
 * @throws RangeError naming row and column (from 1) of a score that is neither 0 nor 1, if there are none, or
 *   if the responses are not whole rows
 */
export function packResponses(responses: Responses): Packed {
  checkResponses(responses);
  const { items, scores, counts } = responses;
  if (items === 0 || counts.length === 0) throw new RangeError('no responses to calibrate');
  const width = Math.ceil(items / 8);
  const rowsOf = sortByForm(scores, items, counts.length);
  const bytes = new Uint8Array(counts.length * width);
  const packed: Packed = {
    items,
    width,
    bytes,
    counts: counts.slice(),
    forms: [],
    right: new Float64Array(items),
    persons: 0,
  };
  let at = 0;
  for (const rows of rowsOf) {
    const from = at;
    for (const i of rows) {
      const count = counts[i] ?? 0;
      for (let j = 0; j < items; j++) {
        const score = scores[i * items + j] ?? MISSING;
        if (score > 1 || score < MISSING) throw new RangeError(`row ${i + 1}, column ${j + 1}: ${score} is not 0 or 1`);
        if (score !== 1) continue;
        const place = at * width + (j >> 3);
        bytes[place] = (bytes[place] ?? 0) | (1 << (j & 7));
        packed.right[j] = (packed.right[j] ?? 0) + count;
      }
      packed.counts[at] = count;
      packed.persons += count;
      at++;
    }
    const given = listGiven(scores, rows[0] ?? 0, items);
    packed.forms.push({ from, to: at, given, mask: maskOf(given, width) });
  }
  return packed;
}

/** Rows by which items are missing in them; most often there is one group, or a few. */
function sortByForm(scores: Int8Array, items: number, rows: number): Iterable<number[]> {
  const forms = new Map<string, number[]>();
  for (let i = 0; i < rows; i++) {
    let key = '';
    for (let j = 0; j < items; j++) if (scores[i * items + j] === MISSING) key += `${j},`;
    const form = forms.get(key);
    if (form === undefined) forms.set(key, [i]);
    else form.push(i);
  }
  return forms.values();
}

function listGiven(scores: Int8Array, row: number, items: number): Int32Array {
  return Int32Array.from({ length: items }, (_, j) => j).filter((j) => scores[row * items + j] !== MISSING);
}

function maskOf(given: Int32Array, width: number): Uint8Array {
  const mask = new Uint8Array(width);
  for (const j of given) mask[j >> 3] = (mask[j >> 3] as number) | (1 << (j & 7));
  return mask;
}
