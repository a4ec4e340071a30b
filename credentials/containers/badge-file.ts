import { isCompactJws } from './credential-text.ts';
import { ContainerFault, type FaultCode, type FaultDetail } from './fault.ts';
import { largestCredential, largestFile } from './limits.ts';
import { readPdf } from './pdf.ts';
import { readPng } from './png.ts';
import { isPng } from './png-chunks.ts';
import { readSvg } from './svg.ts';
import { readUtf8, writeUtf8 } from './utf8.ts';

/**
 * A file and the credential in it, as text: JSON or a compact JWS (`isCompactJws` tells them apart), of which nothing
 * is checked yet.
 */
export type BadgeFile =
  | { format: 'json' | 'jwt' | 'png' | 'svg' | 'pdf'; text: string }
  | { format: 'unreadable'; code: FaultCode; detail: FaultDetail };

/**
 * Finds the credential in a file of any format, told by its content and not by its name. Never throws for what is in
 * the file.
 *
 * @param input at most 50 MB; the credential in it at most 1 MB
 */
export function readBadgeFile(input: Uint8Array | string): BadgeFile {
  try {
    return typeof input === 'string' ? readText(input) : readBytes(input);
  } catch (error) {
    if (error instanceof ContainerFault) return { format: 'unreadable', code: error.code, detail: error.detail };
    throw error;
  }
}

function readBytes(bytes: Uint8Array): BadgeFile {
  if (bytes.length > largestFile) throw new ContainerFault('too_large', { limitBytes: String(largestFile) });
  if (isPng(bytes)) return { format: 'png', text: readPng(bytes) };
  if (startsWith(bytes, '%PDF-')) return { format: 'pdf', text: readPdf(bytes) };
  for (const [start, code] of otherFormats) if (startsWith(bytes, start)) throw new ContainerFault(code);
  return readText(readUtf8(bytes));
}

/** Formats that people take for badges, by their first bytes. */
const otherFormats: readonly (readonly [string, FaultCode])[] = [
  ['\xff\xd8\xff', 'looks_like_jpeg'],
  ['GIF8', 'looks_like_gif'],
  ['RIFF', 'looks_like_webp'],
  ['PK\x03\x04', 'looks_like_zip'],
];

function startsWith(bytes: Uint8Array, start: string): boolean {
  for (let at = 0; at < start.length; at++) if (bytes[at] !== start.charCodeAt(at)) return false;
  return true;
}

function readText(input: string): BadgeFile {
  if (input.length > largestFile) throw new ContainerFault('too_large', { limitBytes: String(largestFile) });
  if (!input.isWellFormed()) throw new ContainerFault('lone_surrogate');
  const text = input.replace(/^\uFEFF/, '').trim();
  if (text === '') throw new ContainerFault('empty');
  if (/^<(!doctype\s+html|html)\b/i.test(text)) throw new ContainerFault('looks_like_html');
  if (text.startsWith('<')) return { format: 'svg', text: readSvg(text) };
  if (writeUtf8(text).length > largestCredential) throw new ContainerFault('credential_too_large');
  if (text.startsWith('{')) return { format: 'json', text };
  return readToken(text);
}

/** A compact JWS, though a mail program may have broken it into lines; or what is only nearly one. */
function readToken(text: string): BadgeFile {
  if (/^https?:\/\/\S+$/i.test(text)) throw new ContainerFault('looks_like_address');
  const token = text.replace(/\s+/g, '');
  if (isCompactJws(token)) return { format: 'jwt', text: token };
  if (/^[\w-]+(\.[\w-]*){4}$/.test(token)) throw new ContainerFault('jwt_encrypted');
  if (/^[\w-]+\.[\w-]+\.[\w-]+~/.test(token)) throw new ContainerFault('looks_like_sd_jwt');
  throw new ContainerFault('format_not_known');
}
