import { knownContexts } from '../contexts/known.js';
import { label } from './labelling.js';
import { labelByLibrary, listStatements } from './library.js';
import { learnPlan } from './plan.js';
import { checkShape } from './shape.js';
import { fillPlan } from './statements.js';
import { takeApart } from './structure.js';
/** Documents come in few structures, each learnt once; strangers' odd ones push out the oldest. */
const keptPlans = 200;
const plans = new WeakMap();
/**
 * The canonical form of a document, over which signatures are made: N-Quads, sorted (JSON-LD 1.1, RDFC-1.0).
 *
 * Two documents have the same form if and only if they say the same. The form of a structure that was seen before is
 * filled in by its plan, about a hundred times quicker than by the general library, to the same bytes.
 *
 * @throws CanonicalFault if it cannot be said what the document means
 * @see https://www.w3.org/TR/vc-di-eddsa/#transformation-eddsa-rdfc-2022
 */
export async function canonicalise(document, contexts = knownContexts) {
    checkShape(document, contexts);
    const structure = takeApart(document);
    if (structure !== null) {
        const plan = await planOf(document, structure, contexts);
        const statements = plan === null ? null : fillPlan(plan, structure.leaves);
        if (statements !== null)
            return label(statements);
    }
    return labelByLibrary(await listStatements(document, contexts));
}
/** Without any short cut: what {@link canonicalise} is measured by. */
export async function canonicaliseByLibrary(document, contexts = knownContexts) {
    checkShape(document, contexts);
    return labelByLibrary(await listStatements(document, contexts));
}
function planOf(document, { key, leaves }, contexts) {
    const known = plans.get(contexts) ?? new Map();
    plans.set(contexts, known);
    const plan = known.get(key) ?? learnPlan(document, leaves.length, contexts);
    // The map keeps its order, so what was used last is moved to the end and what was not falls off.
    known.delete(key);
    known.set(key, plan);
    const [oldest] = known.keys();
    if (known.size > keptPlans && oldest !== undefined)
        known.delete(oldest);
    return plan;
}
