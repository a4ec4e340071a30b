import { isRecord, type JsonRecord, listOf } from '../badge/json.ts';
import type { Contexts } from '../contexts/known.ts';
import { CanonicalFault } from './fault.ts';

/** Real badges have fewer than 300 values and 60 objects, endorsements and evidence included. */
const mostValues = 5_000;
const mostObjects = 500;
const deepest = 64;

/**
 * Terms of properties. Those of types begin with a capital, and Open Badges gives some of them the address of a property:
 * `Criteria` in place of `criteria` would be the same signed statement.
 */
const term = /^[a-z_][A-Za-z0-9_]*$/;
/** A text with its language; the value's type is always its term's, so that it has one spelling. */
const textKeys: ReadonlySet<string> = new Set(['@value', '@language', '@direction']);

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
export function checkShape(document: JsonRecord, contexts: Contexts): void {
  if (document['@context'] === undefined) throw new CanonicalFault('context_missing');
  const count = { values: 0, objects: 0 };
  visit(document, 0);

  function visit(value: unknown, depth: number): void {
    count.values += 1;
    if (count.values > mostValues || depth > deepest) throw new CanonicalFault('too_many_values');
    if (Array.isArray(value)) {
      for (const entry of value) {
        // Neither changes what is signed, and both hide a text from whoever looks for the first of a list.
        if (Array.isArray(entry)) throw new CanonicalFault('jsonld_refused', { why: 'list in a list' });
        if (entry === null) throw new CanonicalFault('jsonld_refused', { why: 'nothing in a list' });
        visit(entry, depth + 1);
      }
      return;
    }
    if (!isRecord(value)) return;
    count.objects += 1;
    if (count.objects > mostObjects) throw new CanonicalFault('too_many_values');
    checkIdentifier(value, document);
    const isText = typeof value['@value'] === 'string';
    for (const [key, entry] of Object.entries(value)) {
      if (key === '@context') {
        // Credentials within the credential, such as endorsements, bring the contexts that they were signed with.
        const isCredential = value === document || listOf(value.type).includes('VerifiableCredential');
        if (!isCredential) throw new CanonicalFault('context_inline');
        checkContexts(entry, contexts);
        continue;
      }
      if (!term.test(key) && !(isText && textKeys.has(key))) throw new CanonicalFault('key_not_allowed', { key });
      visit(entry, depth + 1);
    }
  }
}

function checkContexts(listed: unknown, contexts: Contexts): void {
  const list = Array.isArray(listed) ? listed : [listed];
  if (list.length === 0) throw new CanonicalFault('context_missing');
  for (const address of list) {
    if (typeof address !== 'string') throw new CanonicalFault('context_inline');
    if (!contexts.has(address)) throw new CanonicalFault('context_unknown', { address });
  }
}

function checkIdentifier(value: JsonRecord, document: JsonRecord): void {
  const { id } = value;
  if (id === undefined) return;
  if (typeof id !== 'string' || id.startsWith('_:')) throw new CanonicalFault('identifier_not_allowed');
  // A refresh service is often the credential's own address; it says nothing more of it than what kind of thing it is.
  const saysMore = Object.keys(value).some((key) => key !== 'id' && key !== 'type');
  if (value !== document && id === document.id && saysMore) throw new CanonicalFault('identifier_not_allowed', { id });
}
