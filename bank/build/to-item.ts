import type { Item } from '@pyladder/exam';
import { hashItem } from '../canonical.ts';
import type { Highlight } from '../highlight.ts';
import type { Template } from '../templates/template.ts';
import type { Variant } from '../templates/variant.ts';

/** The finished item of a variant, named by the hash of what it says. */
export function toItem(
  template: Template,
  variant: Variant,
  { license, highlight }: { license: string; highlight: Highlight },
): Item {
  const code = (variant.shownCode ?? variant.code).replace(/\n+$/, '\n');
  const first = variant.proof[0]?.outcome;
  const content: Omit<Item, 'hash'> = {
    template: template.id,
    pool: template.pool,
    credential: template.credential,
    section: template.section,
    objective: template.objective,
    kind: template.kind,
    stem: variant.stem,
    code,
    highlighted: highlight(code),
    stdin: variant.stdin,
    options: variant.options,
    ...(variant.answer === undefined ? {} : { answer: variant.answer }),
    difficulty: template.difficulty,
    python: template.python,
    needs: template.needs,
    explanation: variant.explanation,
    source: template.reference,
    license,
    proof: {
      runs: variant.proof.map(({ python, hashSeed }) => ({ python, hashSeed })),
      stdout: first !== undefined && 'stdout' in first ? first.stdout : '',
    },
  };
  return { hash: hashItem(content), ...content };
}
