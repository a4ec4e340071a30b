import type { OptionStatistics } from '../classical/options.ts';
import { shareAxis } from './ability-axis.ts';
import { MOST_LINES } from './appearance.ts';
import { drawLines } from './lines.ts';
import { drawMarker } from './markers.ts';
import type { PlotOptions } from './options.ts';
import { writeFigure } from './scale.ts';

/** `key` is the right option, drawn stronger; `groups` are names of the ability groups, from the lowest. */
export type OptionPlotOptions = PlotOptions & { readonly key?: string; readonly groups?: readonly string[] };

/**
 * Trace lines of an item's options: which share of each ability group chose each.
 *
 * @param statistics of `analyseOptions`; a group without people leaves a gap
 * @returns a whole SVG document
 * @throws RangeError if there are no options or more than eight, they differ in the number of their groups, the key is none
 *   of them, a share is outside [0, 1], or an option of the plot is none
 * @see Haladyna & Rodriguez (2013), chapter 18
 */
export function plotOptions(statistics: readonly OptionStatistics[], options: OptionPlotOptions = {}): string {
  const groups = checkOptions(statistics, options);
  const names = options.groups ?? nameGroups(groups);
  const keyFirst = statistics.toSorted((l, r) => Number(r.option === options.key) - Number(l.option === options.key));
  const lines = keyFirst.map(({ option, share, shareByGroup, meanAbility }) => {
    const label = option === options.key ? `${option} (key)` : option;
    const shares = shareByGroup.map((one) => (Number.isNaN(one) ? 'nobody' : writeFigure(one))).join(', ');
    return {
      label,
      detail: `${label}: ${shares}; chosen by ${writeFigure(share)} of all, of mean ability ${writeFigure(meanAbility)}`,
      values: shareByGroup.map((y, group) => ({ x: group, y })),
      marker: drawMarker,
      weight: option === options.key ? 3 : 1.8,
    };
  });
  const frame = {
    heading: 'Options by ability group',
    description:
      `Share of each of ${groups} ability groups, from the lowest to the highest, that chose each option. ` +
      lines.map(({ detail }) => `${detail}.`).join(' '),
    x: {
      label: 'Ability group',
      low: -0.35,
      high: groups - 0.65,
      ticks: names.map((text, value) => ({ value, text })),
    },
    y: shareAxis('Share who chose it'),
  };
  return drawLines(frame, options, { lines, names: 'always' });
}

/** How many groups there are. */
function checkOptions(statistics: readonly OptionStatistics[], { key, groups }: OptionPlotOptions): number {
  const count = statistics[0]?.shareByGroup.length ?? 0;
  if (statistics.length === 0 || count < 2) throw new RangeError('no options: give those of analyseOptions');
  if (statistics.length > MOST_LINES) {
    throw new RangeError(
      `${statistics.length} options: give the ${MOST_LINES} that were chosen most, or put some together`,
    );
  }
  if (key !== undefined && !statistics.some(({ option }) => option === key)) {
    throw new RangeError(`key ${JSON.stringify(key)} is none of the options that somebody chose`);
  }
  if (groups !== undefined && groups.length !== count) {
    throw new RangeError(`${groups.length} names of groups: give ${count}`);
  }
  for (const { option, shareByGroup } of statistics) {
    if (shareByGroup.length !== count)
      throw new RangeError(`option ${option}: ${shareByGroup.length} groups, not ${count}`);
    const wrong = shareByGroup.find((share) => share < 0 || share > 1);
    if (wrong !== undefined) throw new RangeError(`option ${option}: share ${wrong} is outside [0, 1]`);
  }
  return count;
}

function nameGroups(count: number): string[] {
  return Array.from({ length: count }, (_, at) => (at === 0 ? 'lowest' : at === count - 1 ? 'highest' : `${at + 1}`));
}
