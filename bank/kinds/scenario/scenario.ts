import { enoughVariants } from '../../gates/enough-variants.ts';
import { pictured } from '../../gates/pictured.ts';
import { paramOfMember } from '../../templates/member-params.ts';
import type { Kind } from '../kind.ts';
import { plainAndShort } from '../probes/gates.ts';
import { scenarioBuilder } from './build-scenario.ts';
import { membersOfScenario, type SingleKinds, scenarioFields } from './fields.ts';
import { membersPass, programsPresent } from './gates.ts';

/** Characters of the text before the items: half a minute of reading. */
const mostText = 1_000;

/** Two to four items about one text or program, each of another kind; they are drawn and placed together. */
export function scenarioOf(kinds: SingleKinds): Kind {
  const fields = scenarioFields(kinds);
  return {
    fields,
    stem: null,
    isCodeOptional: true,
    textsOf: ({ text }) => ({ text: { text: String(text).trim(), as: 'text' } }),
    paramsOf: ({ items }) =>
      fields.items.parse(items).flatMap((item, index) => {
        const params = kinds[item.kind].paramsOf?.(item) ?? [];
        return params.map((param) => paramOfMember(param, index));
      }),
    membersOf: membersOfScenario,
    readingGates: [plainAndShort(() => ['text'], mostText), programsPresent(kinds), pictured],
    build: scenarioBuilder(kinds),
    gates: [enoughVariants, membersPass(kinds)],
  };
}
