import type { Item } from '@pyladder/exam';
import { canonicalJson, hashItem, sha256 } from '../canonical.ts';
import type { Highlight } from '../highlight.ts';
import type { Template } from '../templates/template.ts';
import type { Variant } from '../templates/variant.ts';

export type ItemTools = { license: string; highlight: Highlight };

/** The finished items of a variant, each named by the hash of what it says: one, or all those of a scenario in their order. */
export function toItems(template: Template, variant: Variant, tools: ItemTools): Item[] {
  const { set } = variant;
  if (set === undefined) return [toItem(template, variant, tools)];
  const contents = template.members.flatMap((member, index) => {
    const own = set.members[index];
    return own === undefined ? [] : [toContent(member, { ...own, ...pictureOf(variant) }, tools)];
  });
  // Of everything that is said in them, so that a set is never made of items from different builds.
  const id = sha256(canonicalJson([set.text, ...contents])).slice(0, 32);
  return contents.map((content, index) =>
    nameItem({ ...content, set: { id, index, size: contents.length, text: set.text } }),
  );
}

/** The finished item of a variant that is one item. */
export function toItem(template: Template, variant: Variant, tools: ItemTools): Item {
  return nameItem(toContent(template, variant, tools));
}

function nameItem(content: Omit<Item, 'hash'>): Item {
  return { hash: hashItem(content), ...content };
}

function toContent(template: Template, variant: Variant, { license, highlight }: ItemTools): Omit<Item, 'hash'> {
  const code = (variant.shownCode ?? variant.code).replace(/\n+$/, '\n');
  const first = variant.proof[0]?.outcome;
  return {
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
    ...pictureOf(variant),
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
}

function pictureOf({ picture }: Variant): Pick<Item, 'picture'> {
  return picture === undefined ? {} : { picture };
}
