import type { ItemOption } from '@pyladder/exam';
import { compareText } from '../../problem.ts';
import type { KindBuilder } from '../kind.ts';
import { sayObservation, truthOf } from '../probes/observation.ts';
import { probeValue } from '../probes/probe.ts';
import { proveProbes } from '../probes/prove-probes.ts';
import { readStatements, type Statement } from './fields.ts';

/** "Which statement is right?": theory, told by its source; where a statement has a check, Python agrees. */
export const buildConcept: KindBuilder = async (template, rendered, tools) => {
  const statements = readStatements(rendered);
  const options = statements
    .map(({ index, text, because }): ItemOption => ({ text, key: index === null, misconceptions: [], because }))
    .sort((a, b) => compareText(a.text, b.text));
  const checked = statements.flatMap(({ check, ...statement }) => (check === null ? [] : [{ ...statement, check }]));
  const item = { fit: true as const, beliefRuns: [], options };
  if (checked.length === 0 && rendered.code.trim() === '') return { ...item, proof: [] };
  const proven = await proveProbes(
    template,
    rendered,
    checked.map(({ check }) => probeValue(check)),
    tools,
  );
  if (!proven.isProven) {
    const statement = proven.probe === null ? undefined : checked[proven.probe];
    return { fit: false, why: proven.why, hopeless: proven.hopeless, beliefRuns: [], ...placeOf(statement) };
  }
  for (const [place, statement] of checked.entries()) {
    const observation = proven.observations[place];
    const truth = truthOf(observation);
    if (truth === (statement.index === null)) continue;
    const said = truth === null ? sayObservation(observation) : `is ${truth ? 'True' : 'False'}`;
    const what = statement.index === null ? 'the key' : 'a wrong statement';
    const why = `\`${statement.check}\` ${said}, and that is the check of ${what}`;
    return { fit: false, why, hopeless: false, beliefRuns: [], ...placeOf(statement) };
  }
  return { ...item, proof: proven.proof };
};

function placeOf(statement: Pick<Statement, 'index'> | undefined) {
  if (statement === undefined) return {};
  const remedy = 'Write a check that is True for the key and False for a wrong statement, or mend the statement.';
  return { at: statement.index === null ? ['key'] : ['distractors', statement.index], remedy };
}
