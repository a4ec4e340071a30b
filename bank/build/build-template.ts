import { gatesOfAnyVariant, gatesOfEveryKind, readingGates } from '../gates/all-gates.ts';
import { signatureOfVariant } from '../gates/enough-variants.ts';
import { provenLine } from '../gates/proven-line.ts';
import { findOvergrown } from '../gates/short-texts.ts';
import type { KindResult, KindTools } from '../kinds/kind.ts';
import { kinds } from '../kinds/kinds.ts';
import type { ProofDepth } from '../kinds/output/proof.ts';
import { type LazyNative, lazyNative } from '../native/lazy-native.ts';
import { canProve, nativeNeedsOf } from '../native/native-needs.ts';
import { takePicture } from '../native/picture.ts';
import { pythonFor } from '../native/python-for.ts';
import { unprovenProblem } from '../native/unproven.ts';
import { type Problem, problemAt, sortProblems } from '../problem.ts';
import { deriveSeed, seededRandom } from '../random.ts';
import { type Draw, drawParams } from '../templates/params.ts';
import { type Rendered, renderDraws } from '../templates/rendering.ts';
import type { Template } from '../templates/template.ts';
import type { BuiltTemplate } from '../templates/variant.ts';
import { type Inspection, inspectPrograms } from '../tools/inspection.ts';
import type { ItemPython } from '../tools/item-python.ts';

/** A template after all its work: fit for the bank exactly when there are no problems. */
export type TemplateResult = { built: BuiltTemplate; problems: Problem[] };

export type TemplateTools = {
  python: ItemPython;
  /** For templates that Pyodide cannot run. Absent: each such template opens its own. */
  native?: LazyNative | undefined;
  signal?: AbortSignal | undefined;
  /** Only what is built with a `whole` proof (unless said, it is) may go into a bank. */
  depth?: ProofDepth;
};

/** Draws that are looked at for every variant that is wanted, before it is said that there are not enough. */
const drawsPerVariant = 30;
const fewestDraws = 300;
/** Draws that are run for every variant that is wanted. */
const runsPerVariant = 3;
const drawsAtATime = 60;
const variantsAtATime = 4;
/** After so many variants in which a belief never ended, it is not tried on the others. */
const endlessTries = 2;

/** Draws, runs and judges the variants of one template. The same template and seed give the same result. */
export async function buildTemplate(
  template: Template,
  poolSeed: string,
  tools: TemplateTools,
): Promise<TemplateResult> {
  const needs = nativeNeedsOf(template);
  if (needs.length === 0) return buildWith(template, poolSeed, tools);
  const native = tools.native ?? lazyNative();
  const refuse = (problems: Problem[]): TemplateResult => ({
    built: { template, variants: [], leftOut: [] },
    problems,
  });
  const beyond = provenLine(template);
  if (beyond.length > 0) return refuse(beyond);
  if (!canProve(needs, native.machine())) return refuse([unprovenProblem(template, native.machine())]);
  try {
    return await buildWith(template, poolSeed, { ...tools, python: pythonFor(template, { ...tools, native }) });
  } finally {
    if (tools.native === undefined) await native.close();
  }
}

async function buildWith(template: Template, poolSeed: string, tools: TemplateTools): Promise<TemplateResult> {
  const built: BuiltTemplate = { template, variants: [], leftOut: [] };
  const reading = readBeforeRunning(template);
  if (reading.length > 0) return { built, problems: sortProblems(reading) };
  const seed = deriveSeed(poolSeed, template.id);
  const source = renderInChunks(template, seed, tools);
  const mostRuns = template.variants * runsPerVariant + 6;
  const waiting: Rendered[] = [];
  for (let ran = 0; built.variants.length < template.variants && ran < mostRuns; ) {
    // The first alone: most of what is wrong with a template shows there, and is paid for once.
    const atATime = ran === 0 ? 1 : variantsAtATime;
    const wanted = Math.min(template.variants - built.variants.length, mostRuns - ran, atATime);
    while (waiting.length < wanted) {
      const chunk = await source.next();
      if (chunk.done === true) break;
      if (!Array.isArray(chunk.value)) return { built, problems: [chunk.value] };
      waiting.push(...chunk.value);
    }
    const batch = waiting.splice(0, wanted);
    if (batch.length === 0) break;
    ran += batch.length;
    if (!(await buildBatch(built, batch, seed, tools))) break;
    const lasting = findLasting(built);
    if (lasting.length > 0) return { built, problems: sortProblems(lasting) };
  }
  const gates = [...kinds[template.kind].gates, ...gatesOfEveryKind];
  const problems = built.variants.length === 0 ? [noVariant(built)] : gates.flatMap((gate) => gate(built));
  return { built, problems: sortProblems(problems) };
}

/** What is wrong with a template before anything of it runs. A scenario is judged by its items, and by what it says of them. */
function readBeforeRunning(template: Template): Problem[] {
  const own = (kinds[template.kind].readingGates ?? []).flatMap((gate) => gate(template));
  if (template.members.length > 0) return [...own, ...template.members.flatMap(readBeforeRunning)];
  return [...readingGates.flatMap((gate) => gate(template)), ...own];
}

/** What no other variant can mend: a slow program, say, would be run hundreds of times to be refused all the same. */
function findLasting(built: BuiltTemplate): Problem[] {
  if (built.variants.length === 0) return [];
  const { gates } = kinds[built.template.kind];
  const lasting = [...gatesOfEveryKind, ...gatesOfAnyVariant.filter((gate) => gates.includes(gate))];
  return lasting.flatMap((gate) => gate(built));
}

/** The template's draws in their order, written out; each program once. Ends with a problem where an expression fails. */
async function* renderInChunks(
  template: Template,
  seed: string,
  { python, signal }: TemplateTools,
): AsyncGenerator<Rendered[] | Problem> {
  const seen = new Set<string>();
  const draws = drawParams(
    template.params,
    seededRandom(seed),
    Math.max(fewestDraws, template.variants * drawsPerVariant),
  );
  for (let chunk = take(draws, drawsAtATime); chunk.length > 0; chunk = take(draws, drawsAtATime)) {
    const result = await renderDraws(template, chunk, python, signal);
    if (!result.ok) {
      yield result.problem;
      return;
    }
    const overgrown = findOvergrown(template, result.rendered);
    if (overgrown !== null) {
      yield overgrown;
      return;
    }
    yield result.rendered.filter((rendered) => {
      const own = signatureOfVariant(rendered);
      return !seen.has(own) && seen.add(own);
    });
  }
}

/** Runs programs side by side and keeps the results in their order. False if no other draw can do better. */
async function buildBatch(
  built: BuiltTemplate,
  batch: readonly Rendered[],
  seed: string,
  { python, signal, depth = 'whole' }: TemplateTools,
): Promise<boolean> {
  const { build } = kinds[built.template.kind];
  const inspections = await inspectPrograms(
    batch.map(({ code }) => code),
    python,
    signal,
  );
  const kindTools = { python, seed, endless: findEndless(built), depth, signal };
  const buildOne = async (rendered: Rendered, inspection: Inspection | undefined): Promise<KindResult> =>
    inspection?.fault === null
      ? await addPicture(built.template, rendered, await build(built.template, rendered, kindTools), kindTools)
      : { fit: false, why: 'this is not Python', hopeless: true, beliefRuns: [] };
  const results = await Promise.all(batch.map((rendered, index) => buildOne(rendered, inspections[index])));
  for (const [index, result] of results.entries()) {
    const rendered = batch[index];
    const inspection = inspections[index];
    if (rendered === undefined || inspection === undefined) continue;
    if (result.fit) built.variants.push({ ...rendered, inspection, ...result });
    else built.leftOut.push({ rendered, inspection, ...result });
  }
  return !results.some((result) => !result.fit && result.hopeless);
}

/** What a kind has made of a draw, with the picture that its template asks for. */
async function addPicture(
  { picture: wanted }: Template,
  rendered: Rendered,
  result: KindResult,
  { python, signal }: KindTools,
): Promise<KindResult> {
  if (wanted === null || !result.fit) return result;
  const photo = await takePicture(wanted, rendered, python, signal);
  if (photo.taken) return { ...result, picture: photo.picture };
  const { why, remedy } = photo;
  return { fit: false, why, hopeless: true, beliefRuns: result.beliefRuns, at: ['picture'], remedy };
}

/** Sets of beliefs under which earlier variants ran out of time. */
function findEndless({ variants, leftOut }: BuiltTemplate): ReadonlySet<string> {
  const stopped = [...variants, ...leftOut]
    .flatMap(({ beliefRuns }) => beliefRuns)
    .filter(({ outcome }) => outcome.status === 'stopped' && outcome.reason === 'time')
    .map(({ beliefs }) => beliefs.join(' '));
  return new Set(
    [...Map.groupBy(stopped, (set) => set)].filter(([, runs]) => runs.length >= endlessTries).map(([set]) => set),
  );
}

function noVariant({ template, leftOut }: BuiltTemplate): Problem {
  const first = leftOut[0];
  const place = template.source.placeOf(['code']);
  if (first === undefined)
    return problemAt(template.source.placeOf(['where']), 'No draw meets `where`.', 'Loosen it or widen the params.');
  if (first.inspection.fault !== null) {
    const [line, message] = first.inspection.fault;
    return problemAt(
      template.source.placeOfTextLine(['code'], line),
      `This is not Python: ${message}.`,
      'Write a program that runs.',
    );
  }
  return problemAt(
    first.at === undefined ? place : template.source.placeOf(first.at),
    `No variant can be built: ${first.why}.`,
    first.remedy ?? 'See what each belief gives: pyladder bank show FILE.',
  );
}

function take(draws: Generator<Draw>, count: number): Draw[] {
  const taken: Draw[] = [];
  while (taken.length < count) {
    const { value, done } = draws.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}
