import { z } from 'zod';

/** An instant, ISO 8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime();
/** Lower-case hex of a SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const CredentialId = z.string().regex(/^[a-z][a-z0-9-]{1,31}$/);
export const Purpose = z.enum(['real', 'mock']);
/** An option of one sitting's item; opaque. */
export const OptionId = z.string().regex(/^[A-Za-z0-9_-]{8,32}$/);
export const SittingState = z.enum(['ready', 'running', 'paused', 'submitted', 'scored', 'released', 'held', 'voided']);
export const Role = z.enum(['candidate', 'examiner', 'administrator']);
/** Text somebody typed: no control characters but line breaks and tabs (NUL cannot be stored), Unicode well-formed. */
export const typedText = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .refine((text) => text.isWellFormed() && !/[^\P{Cc}\n\r\t]/u.test(text), 'must not hold control characters');
