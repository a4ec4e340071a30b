import { misconceptions, type Trace } from '@pyladder/python';
import type { BeliefRun, ProofRun } from '../../templates/variant.ts';
import { withPartings } from '../../tracing/option-partings.ts';
import { sightVariable } from '../../tracing/sighting.ts';
import type { KindBuilder, KindResult, KindTools } from '../kind.ts';
import { pairBeliefs } from '../output/belief-runs.ts';
import { collectCandidates } from '../output/candidates.ts';
import { chooseDistractors } from '../output/choice.ts';
import { drawMayBeLongest, toOptions } from '../output/item-options.ts';
import { proveOutput } from '../output/proof.ts';
import { answerOf, askFor, neighbouringValues } from './answers.ts';
import { readTraceQuestion, type TraceQuestion } from './fields.ts';

/** How many distractors have to come from beliefs: the values a step away are what people pick as well. */
export const fewestTraceBeliefs = 1;

type Program = { code: string; stdin: string };

/** "What is the value of … when line … is reached": the key is what every CPython has there, distractors what beliefs lead to. */
export const buildTrace: KindBuilder = async (template, rendered, tools) => {
  const question = readTraceQuestion(rendered);
  if (typeof question === 'string') {
    return refuse(`\`${rendered.texts[question]}\` cannot be asked for`, [question], remedies[question]);
  }
  const proof = await proveOutput(rendered, template.python, tools);
  const real = proof[0]?.outcome;
  if (real?.status !== 'finished') {
    return refuse('the program does not run to its end', ['code'], 'Ask for an exception by kind: error.');
  }
  const traces = await traceEverywhere(proof, rendered, tools);
  const [first] = traces;
  const key = first === undefined ? null : answerOf(first, question);
  if (first === undefined || key?.form !== 'printed') {
    return refuse(sayMissing(first, question), ['line'], 'Ask for another line, another time or another variable.');
  }
  const odd = traces.findIndex((trace) => answerOf(trace, question)?.text !== key.text);
  if (odd >= 0) {
    const where = `CPython ${proof[odd]?.python} under hash seed ${proof[odd]?.hashSeed}`;
    return refuse(`\`${question.variable}\` is not the same there on ${where}`, ['variable'], remedies.variable);
  }
  const beliefRuns = await traceBeliefs(template.misconceptions, { rendered, question, tools });
  const authored = [...rendered.distractors, ...neighbouringValues(first, question)];
  const cosmetic = template.allow.includes('cosmetic');
  const candidates = collectCandidates(key.text, beliefRuns, authored, { cosmetic, catalogue: misconceptions });
  const mayBeLongest = drawMayBeLongest(tools.seed, rendered.code);
  const chosen = chooseDistractors(key.text, candidates, { cosmetic, mayBeLongest, fewest: fewestTraceBeliefs });
  if (typeof chosen === 'string') return { fit: false, why: chosen, hopeless: false, beliefRuns };
  const options = toOptions(key.text, chosen);
  return {
    fit: true,
    proof,
    beliefRuns,
    stem: rendered.stem === '' ? askFor(first, question) : rendered.stem,
    options: tools.depth === 'glance' ? options : await withPartings(options, rendered, { ...tools, beliefRuns }),
  };
};

const remedies = {
  variable: 'Write the name of a variable that is the same in every run.',
  line: 'Write a line of the program, counted from 1.',
  occurrence: 'Write a whole number, counted from 1.',
};

function refuse(why: string, at: PropertyKey[], remedy: string): KindResult {
  return { fit: false, why, hopeless: false, beliefRuns: [], at, remedy };
}

function traceEverywhere(proof: readonly ProofRun[], { code, stdin }: Program, tools: KindTools): Promise<Trace[]> {
  const request = { code, stdin, misconceptions: [] };
  return Promise.all(proof.map(({ python, hashSeed }) => tools.python.trace(python, hashSeed, request, tools.signal)));
}

type Asked = { rendered: Program; question: TraceQuestion; tools: KindTools };

/** Single beliefs first, then pairs of those that had something to say. */
async function traceBeliefs(sets: readonly string[][], asked: Asked): Promise<BeliefRun[]> {
  const { rendered, question, tools } = asked;
  const follow = (some: readonly string[][]) =>
    Promise.all(
      some
        .filter((set) => !tools.endless.has(set.join(' ')))
        .map(async (beliefs): Promise<BeliefRun> => {
          const request = { code: rendered.code, stdin: rendered.stdin, misconceptions: beliefs };
          const trace = await tools.python.trace('3.14', 0, request, tools.signal);
          const { status } = trace.outcome;
          const answer = status === 'finished' || status === 'raised' ? answerOf(trace, question) : null;
          return { beliefs, outcome: trace.outcome, answer };
        }),
    );
  const single = await follow(sets);
  return [...single, ...(await follow(pairBeliefs(single)))];
}

function sayMissing(trace: Trace | undefined, { variable, line, occurrence }: TraceQuestion): string {
  const sighting = trace === undefined ? null : sightVariable(trace, variable, { line, occurrence });
  if (sighting?.found === 'no-moment') return `line ${line} is reached ${sighting.times} times, not ${occurrence}`;
  if (sighting?.found === 'no-variable') return `there is no \`${variable}\` when line ${line} is reached`;
  if (sighting?.found === 'value') return `\`${variable}\` has no value that an option could say: ${sighting.text}`;
  return `the program takes too many steps to follow it to line ${line}`;
}
