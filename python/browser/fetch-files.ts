import { type HandedOver, handedOver, imported, type PageFileName } from './messages.ts';

/** How much of the files is there, in bytes as they are used (not as they travel). */
export type Progress = { loaded: number; total: number };

/** A file as the server lists it. */
export type ListedFile = { name: string; bytes: number };

/**
 * Fetches what a page needs to run Python, telling how far it is.
 *
 * @param base address of the folder, with a slash at its end
 * @throws Error if a file cannot be had
 */
export async function fetchPageFiles(
  base: string,
  listed: readonly ListedFile[],
  tell: (progress: Progress) => void,
): Promise<HandedOver> {
  const total = listed.reduce((sum, { bytes }) => sum + bytes, 0);
  let loaded = 0;
  const count = (bytes: number) => {
    loaded += bytes;
    tell({ loaded, total });
  };
  const take = async (name: PageFileName) => [name, await fetchFile(`${base}${name}`, count)] as const;
  // The scripts are imported by the worker; here they come into the browser's cache.
  const found = new Map(await Promise.all([...imported, ...handedOver].map(take)));
  const bytesOf = (name: PageFileName) => {
    const bytes = found.get(name);
    if (bytes === undefined) throw new Error(`${name} is missing`);
    return bytes;
  };
  return {
    'pyodide.asm.wasm': bytesOf('pyodide.asm.wasm'),
    'library.zip': bytesOf('library.zip'),
    'pyladder.zip': bytesOf('pyladder.zip'),
    'pyodide-lock.json': bytesOf('pyodide-lock.json'),
  };
}

async function fetchFile(address: string, count: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (!response.ok || response.body === null) throw new Error(`${address}: ${response.status}`);
  const parts: Uint8Array[] = [];
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    count(part.value.length);
  }
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
