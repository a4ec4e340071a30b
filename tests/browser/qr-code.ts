import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';

const run = promisify(execFile);

/** Prints the first page of a PDF, as a printer would, and reads its QR code. @throws Error if there is none */
export async function readQrCodeOfPdf(pdf: string): Promise<string> {
  await run('pdftoppm', ['-r', '150', '-png', '-singlefile', pdf, pdf]);
  const { data, width, height } = PNG.sync.read(await readFile(`${pdf}.png`));
  const code = jsqr.default(new Uint8ClampedArray(data), width, height);
  if (code === null) throw new Error(`no QR code was found on ${pdf}`);
  return code.data;
}
