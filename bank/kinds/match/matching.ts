import type { ItemAnswer, ItemOption } from '@pyladder/exam';
import { compareText } from '../../problem.ts';
import type { KindItem } from '../kind.ts';

/** A left side with the right side that goes there. */
export type Match = {
  label: string;
  side: string;
  because: string;
  /** The sets of beliefs under which another side would go there. */
  beliefsFor(side: string): string[][];
};

/** A right side that goes nowhere, with its author's reason. */
export type WrittenSide = { text: string; because: string };

/** Options, key and reasons of a matching: each side once, in the order of their texts. */
export function toMatching(
  matches: readonly Match[],
  sides: readonly string[],
  written: readonly WrittenSide[],
): Pick<KindItem, 'options'> & { answer: ItemAnswer } {
  const texts = [...new Set(sides)].sort(compareText);
  const options = texts.map((text): ItemOption => {
    return { text, key: matches.some(({ side }) => side === text), misconceptions: [], because: null };
  });
  const reasons = new Map(written.map(({ text, because }) => [text, because]));
  const faults = matches.flatMap(({ side, because, beliefsFor }, slot) =>
    texts.flatMap((text, option) =>
      text === side ? [] : [{ slot, option, misconceptions: beliefsFor(text), because: reasons.get(text) ?? because }],
    ),
  );
  const accepted = [matches.map(({ side }) => texts.indexOf(side))];
  return { options, answer: { type: 'slots', slots: matches.map(({ label }) => label), accepted, faults } };
}

/** For authors: what goes elsewhere than it does; if nothing does, what is right, as Python has it. */
export function sayMatches(matches: readonly { label: string; side: string; other: string | null }[]): string {
  const changed = matches.filter(({ side, other }) => other !== null && other !== side);
  return changed.length > 0
    ? changed.map(({ label, other }) => `${label} ← ${other}`).join('; ')
    : ([...new Set(matches.map(({ side }) => side))].sort(compareText)[0] ?? '');
}
