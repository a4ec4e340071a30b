import { UnreadableQuiz } from './question.ts';

/** Larger than any question bank that people wrote, pictures within it included. */
const mostTextBytes = 32 * 1024 * 1024;
/** Blanks in a row; more are as many. */
const mostBlanks = 100;

/** Bytes as text with plain line ends: UTF-8, or UTF-16 where a mark says so, or what Windows wrote. @throws UnreadableQuiz */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > mostTextBytes) throw new UnreadableQuiz('The file is larger than 32 MB.');
  const text = decode(bytes)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(new RegExp(`[^\\S\\n]{${mostBlanks},}`, 'g'), ' '.repeat(mostBlanks));
  if (text.includes('\0')) throw new UnreadableQuiz('This is no text: there are null bytes in it.');
  return text;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the old encoding of Windows knows every byte.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
