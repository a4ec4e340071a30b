import type { Item } from '../models/item.ts';
import { drawFrame, layOut } from './frame.ts';
import { binsFor, binsOver, countInto, endOf } from './histogram.ts';
import { drawItems } from './item-column.ts';
import { nameItems } from './item-words.ts';
import { countTicks, drawBars, drawLevels, drawWords, PEOPLE } from './map-halves.ts';
import { element } from './markup.ts';
import {
  type Cut,
  checkItems,
  checkLabels,
  checkRange,
  cutsWithin,
  difficultiesOf,
  type LabelledPlotOptions,
} from './options.ts';
import { place, writeFigure } from './scale.ts';

/** `labels` are names of the items, `counts` for how many persons each ability stands (1 if not said); `cuts` are marked. */
export type PersonItemMapOptions = LabelledPlotOptions & {
  readonly cuts?: readonly Cut[];
  readonly counts?: ArrayLike<number>;
};

/**
 * The person–item map (Wright map): how people's abilities and items' difficulties lie on the one scale, so that it is seen
 * whether there are items where people are. Items have names while there is room, then dots, then bars. Those of several
 * scores have a mark for each step or threshold.
 *
 * @param abilities in logits; those that are not finite are left out, and the description says how many
 * @param options `range` is what holds everybody and everything, if not said
 * @returns a whole SVG document
 * @throws RangeError if there is no item, nobody has a finite ability, a count is none, or an option is none
 * @see Wright & Stone (1979); Wilson (2005), chapter 2
 */
export function plotPersonItemMap(
  items: readonly Item[],
  abilities: ArrayLike<number>,
  options: PersonItemMapOptions = {},
): string {
  checkItems(items);
  const labels = checkLabels(options.labels, nameItems(items));
  const difficulties = items.flatMap((item, j) => namedDifficulties(item, labels[j] ?? ''));
  const places = difficulties.map(({ at }) => at);
  const people = peopleOf(abilities, options.counts);
  const bins = options.range === undefined ? binsFor(people.abilities, places) : binsOver(checkRange(options.range));
  const range = [bins.low, endOf(bins)] as const;
  const persons = countInto(bins, people.abilities, people.counts);
  const levels = countInto(bins, places);
  const frame = {
    heading: 'Person–item map',
    description: describe(people, places, items.length),
    x: { label: '', low: -PEOPLE, high: 1 - PEOPLE, ticks: countTicks(persons, 'people') },
    y: { label: 'Ability and difficulty (logits)', low: range[0], high: range[1] },
  };
  const { xLabel = 'Number of people', ...others } = options;
  const area = layOut(frame, others);
  const middle = place(area.x, 0);
  const marks = difficulties
    .filter(({ at }) => at >= range[0] && at <= range[1])
    .map(({ at, label }) => ({ y: place(area.y, at), label, detail: `${label}: ${writeFigure(at)} logits` }));
  const beside = drawItems(marks, { left: middle, right: area.right });
  const x = beside === null ? [...area.ticks.x, ...countTicks(levels, 'items')] : area.ticks.x;
  return drawFrame(frame, others, {
    area: { ...area, ticks: { ...area.ticks, x } },
    drawn: [
      drawBars(persons, area, 'people'),
      beside ?? drawBars(levels, area, 'items'),
      element('line', { x1: middle, x2: middle, y1: area.top, y2: area.bottom, stroke: 'currentColor' }),
      drawLevels(cutsWithin(options.cuts ?? [], range), area),
      drawWords(xLabel, area, 'people'),
      drawWords(beside === null ? 'Number of items' : 'Items', area, 'items'),
    ],
  });
}

function namedDifficulties(item: Item, label: string): { at: number; label: string }[] {
  const all = difficultiesOf(item);
  return all.map((at, k) => ({ at, label: all.length === 1 ? label : `${label} (${k + 1})` }));
}

type People = { abilities: number[]; counts: number[]; without: number };

function peopleOf(abilities: ArrayLike<number>, counts: ArrayLike<number> | undefined): People {
  if (counts !== undefined && counts.length !== abilities.length) {
    throw new RangeError(`${abilities.length} abilities, ${counts.length} counts`);
  }
  const people: People = { abilities: [], counts: [], without: 0 };
  for (let at = 0; at < abilities.length; at++) {
    const [theta, count] = [abilities[at] ?? Number.NaN, counts === undefined ? 1 : (counts[at] ?? Number.NaN)];
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`count ${count}: give a number of persons`);
    if (!Number.isFinite(theta)) people.without += count;
    else if (count > 0) {
      if (Math.abs(theta) > 1000) throw new RangeError(`ability ${theta} is beyond 1000: give logits`);
      people.abilities.push(theta);
      people.counts.push(count);
    }
  }
  if (people.abilities.length === 0) throw new RangeError('nobody has a finite ability: give at least one');
  return people;
}

function describe({ abilities, counts, without }: People, places: readonly number[], items: number): string {
  const persons = counts.reduce((sum, count) => sum + count, 0);
  const mean = abilities.reduce((sum, theta, at) => sum + theta * (counts[at] ?? 0), 0) / persons;
  const variance = abilities.reduce((sum, theta, at) => sum + (theta - mean) ** 2 * (counts[at] ?? 0), 0) / persons;
  const middle = places.reduce((sum, at) => sum + at, 0) / places.length;
  const between = `from ${writeFigure(places.reduce((l, r) => Math.min(l, r)))} to ${writeFigure(places.reduce((l, r) => Math.max(l, r)))}`;
  const left = without === 0 ? '' : ` ${countOf(without, 'person')} without a finite ability left out.`;
  return (
    `Abilities of ${countOf(persons, 'person')} and difficulties of ${countOf(items, 'item')} on one scale. ` +
    `Abilities: mean ${writeFigure(mean)}, standard deviation ${writeFigure(Math.sqrt(variance))} logits. ` +
    `Difficulties: mean ${writeFigure(middle)}, ${between} logits.${left}`
  );
}

function countOf(count: number, what: 'person' | 'item'): string {
  const many = what === 'person' ? 'people' : 'items';
  return `${writeFigure(count, Number.isInteger(count) ? 0 : 1)} ${count === 1 ? what : many}`;
}
