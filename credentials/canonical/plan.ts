import type { JsonRecord } from '../badge/json.ts';
import type { Contexts } from '../contexts/known.ts';
import type { Literal, Node, Quad } from './dataset.ts';
import { CanonicalFault } from './fault.ts';
import { listStatements } from './library.ts';
import { escapeLiteral } from './nquads.ts';
import { replaceLeaves } from './structure.ts';

/** One part of a statement: always the same, taken from a leaf of the document, or a node without a name. */
export type Part =
  | { from: 'plan'; text: string }
  | { from: 'address'; leaf: number }
  | { from: 'literal'; leaf: number; suffix: string }
  | { from: 'blank'; name: string };

/** How documents of one structure become statements: subject, predicate, object, graph of each. */
export type Plan = readonly (readonly [Part, Part, Part, Part])[];

const standIn = /^urn:leaf:(\d+)$/;
const stringType = 'http://www.w3.org/2001/XMLSchema#string';
const languageType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';

/**
 * Learns from the JSON-LD library what it makes of documents of this structure: it is given one whose texts are
 * stand-ins, and where they come out again is where the texts of the next document belong.
 *
 * @returns null if the structure is no guide to its documents: a stand-in did not come out whole, or was refused
 */
export async function learnPlan(document: JsonRecord, leaves: number, contexts: Contexts): Promise<Plan | null> {
  const example = replaceLeaves(document, (place) => `urn:leaf:${place}`) as JsonRecord;
  const seen = new Set<number>();
  const statements = await tryToList(example, contexts);
  if (statements === null) return null;
  const plan = statements.map(
    ({ subject, predicate, object, graph }: Quad) =>
      [partOf(subject), partOf(predicate), partOf(object), partOf(graph)] as const,
  );
  const isWhole = plan.flat().every((part) => part.from !== 'plan' || !part.text.includes('urn:leaf:'));
  return isWhole && seen.size === leaves ? plan : null;

  function partOf(term: Node | Literal): Part {
    if (term.termType === 'BlankNode') return { from: 'blank', name: term.value };
    if (term.termType === 'DefaultGraph') return { from: 'plan', text: '' };
    const leaf = leafOf(term.value);
    if (leaf !== null) seen.add(leaf);
    if (term.termType !== 'Literal') {
      return leaf === null ? { from: 'plan', text: `<${term.value}>` } : { from: 'address', leaf };
    }
    const suffix = suffixOf(term);
    return leaf === null
      ? { from: 'plan', text: `"${escapeLiteral(term.value)}"${suffix}` }
      : { from: 'literal', leaf, suffix };
  }
}

async function tryToList(example: JsonRecord, contexts: Contexts): Promise<Quad[] | null> {
  try {
    return await listStatements(example, contexts);
  } catch (error) {
    if (error instanceof CanonicalFault) return null;
    throw error;
  }
}

function leafOf(value: string): number | null {
  const place = standIn.exec(value)?.[1];
  return place === undefined ? null : Number(place);
}

function suffixOf({ datatype, language }: Literal): string {
  if (datatype.value === stringType) return '';
  return datatype.value === languageType ? `@${language ?? ''}` : `^^<${datatype.value}>`;
}
