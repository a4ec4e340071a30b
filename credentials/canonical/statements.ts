import { escapeLiteral } from './nquads.ts';
import type { Part, Plan } from './plan.ts';

/** A statement whose nodes without a name are still to be labelled. */
export type Statement = readonly [string | Blank, string, string | Blank, string | Blank];

export type Blank = { name: string };

/**
 * Addresses that JSON-LD takes as they are, whatever the contexts: absolute, with nothing to escape, and with a
 * beginning that is not a term of any context that this room holds.
 */
const plainAddress = /^(?:https?:\/\/|urn:|did:|data:|mailto:)[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;

/** The statements of a document by the plan of its structure, or null if a text of it stands where it steers. */
export function fillPlan(plan: Plan, leaves: readonly string[]): Statement[] | null {
  const statements: Statement[] = [];
  for (const [subject, predicate, object, graph] of plan) {
    const filled = [fill(subject), fill(predicate), fill(object), fill(graph)] as const;
    const [s, p, o, g] = filled;
    if (s === null || p === null || o === null || g === null || typeof p !== 'string') return null;
    statements.push([s, p, o, g]);
  }
  return statements;

  function fill(part: Part): string | Blank | null {
    switch (part.from) {
      case 'plan':
        return part.text;
      case 'blank':
        return part;
      case 'literal':
        return `"${escapeLiteral(leaves[part.leaf] ?? '')}"${part.suffix}`;
      case 'address': {
        const address = leaves[part.leaf] ?? '';
        return plainAddress.test(address) ? `<${address}>` : null;
      }
    }
  }
}

/** One line of N-Quads, with a label for each node without a name. */
export function writeStatement([s, p, o, g]: Statement, labelOf: (name: string) => string): string {
  const graph = write(g);
  return `${write(s)} ${p} ${write(o)}${graph === '' ? '' : ` ${graph}`} .\n`;

  function write(term: string | Blank): string {
    return typeof term === 'string' ? term : `_:${labelOf(term.name)}`;
  }
}
