import { type JsonRecord } from '../badge/json.ts';
import type { Contexts } from '../contexts/known.ts';
/**
 * Refuses documents that people and programs that read JSON would read otherwise than the signature does.
 *
 * JSON-LD has many spellings for the same signed statements: a date of expiry can be written with its full address in
 * place of the term, or on a second object with the credential's own id. A forger who respells a genuine credential
 * keeps its signature and hides its expiry from everybody who looks for the term. So terms are the only keys, contexts
 * are known ones that stand where credentials begin, and no second object says anything of the credential.
 *
 * @throws CanonicalFault
 */
export declare function checkShape(document: JsonRecord, contexts: Contexts): void;
