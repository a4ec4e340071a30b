import type { ItemPicture } from '@pyladder/exam';
import type { Rendered } from '../templates/rendering.ts';
import type { PictureWanted } from '../templates/template.ts';
import type { ItemPython } from '../tools/item-python.ts';

export type PictureResult = { taken: true; picture: ItemPicture } | { taken: false; why: string; remedy: string };

/** Bytes of a PNG file. Thirty pictures of this size still make a form that a slow line brings within seconds. */
const mostBytes = 48_000;

/** As for a proof: what depends on the order of a set would show. */
const hashSeeds = [0, 1];

/** The picture that a program leaves of its window or plot, the same at each run, or why there is none to show. */
export async function takePicture(
  { of }: PictureWanted,
  { code, stdin, description }: Pick<Rendered, 'code' | 'stdin' | 'description'>,
  python: ItemPython,
  signal?: AbortSignal,
): Promise<PictureResult> {
  const request = { code, stdin, misconceptions: [] };
  const taken = await Promise.all(
    hashSeeds.map(async (seed) => (await python.photograph?.(seed, request, signal)) ?? null),
  );
  const [first, ...others] = taken.map((png) => (png === null ? null : Buffer.from(png)));
  if (first === undefined || first === null) {
    const remedy = of === 'window' ? 'Let it open a window that is still there at the end.' : 'Let it draw a plot.';
    return { taken: false, why: `the program leaves no ${of} to take a picture of`, remedy };
  }
  if (others.some((other) => other === null || !first.equals(other))) {
    return { taken: false, why: 'the picture differs from run to run', remedy: 'Draw nothing that may vary.' };
  }
  if (first.length > mostBytes) {
    const why = `the picture has ${first.length} bytes, more than ${mostBytes}`;
    return { taken: false, why, remedy: `Make the ${of} smaller, or plainer.` };
  }
  return { taken: true, picture: { png: first.toString('base64'), ...sizeOfPng(first), description } };
}

/** In pixels, from the file's header. @see https://www.w3.org/TR/png-3/#11IHDR */
function sizeOfPng(png: Buffer): { width: number; height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
