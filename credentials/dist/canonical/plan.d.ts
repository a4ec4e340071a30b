import type { JsonRecord } from '../badge/json.ts';
import type { Contexts } from '../contexts/known.ts';
/** One part of a statement: always the same, taken from a leaf of the document, or a node without a name. */
export type Part = {
    from: 'plan';
    text: string;
} | {
    from: 'address';
    leaf: number;
} | {
    from: 'literal';
    leaf: number;
    suffix: string;
} | {
    from: 'blank';
    name: string;
};
/** How documents of one structure become statements: subject, predicate, object, graph of each. */
export type Plan = readonly (readonly [Part, Part, Part, Part])[];
/**
 * Learns from the JSON-LD library what it makes of documents of this structure: it is given one whose texts are
 * stand-ins, and where they come out again is where the texts of the next document belong.
 *
 * @returns null if the structure is no guide to its documents: a stand-in did not come out whole, or was refused
 */
export declare function learnPlan(document: JsonRecord, leaves: number, contexts: Contexts): Promise<Plan | null>;
