import type { ExamCredential, Pool } from '@pyladder/exam';
import type { Template } from '../templates/template.ts';
import { givenTemplate } from './given-pack.ts';

/** About as many templates as a credential wants, objectives and difficulties in turn; their programs are all the same. */
export function givenTemplates(credential: ExamCredential): Template[] {
  const one = givenTemplate();
  const pools: Pool[] = ['practice', 'exam'];
  const difficulties = [0.5, 0.7, 0.9];
  return pools.flatMap((pool) =>
    credential.sections.flatMap(({ id: section, items, objectives }) =>
      Array.from({ length: pool === 'practice' ? 20 : Math.max(items, objectives.length) * 3 }, (_, at): Template => {
        const objective = objectives[at % objectives.length]?.id ?? '';
        // The last ones of twenty do not fill a round.
        const difficulty = at < 18 ? (difficulties[at % 3] ?? 0.7) : 0.7;
        const kind = at % 2 === 0 ? 'output' : 'order';
        const rest = { pool, section, objective, difficulty, kind, reviewed: '2026-11-23', variants: 10 } as const;
        return { ...one, ...rest, credential: credential.id, id: `${pool}.${section}.${at}` };
      }),
    ),
  );
}
