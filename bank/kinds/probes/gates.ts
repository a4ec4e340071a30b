import type { ProvingGate, ReadingGate } from '../../gates/gate.ts';
import { findTalkOfOthers } from '../../gates/plain-wording.ts';
import type { YamlPath } from '../../packs/yaml-source.ts';
import { type Problem, problemAt } from '../../problem.ts';

/** What one claim, side or statement can be, in characters as written; far more than a good one needs. */
const mostWritten = 400;
/** What an option, or a left side, can be when it is shown. */
const mostShown = 240;
const mostLines = 8;

/**
 * The texts of a kind's own fields are short, and none speaks of the others ("none of the above").
 *
 * @param pathOf where in the file a text stands, by the kind's name for it
 * @param most characters, as written
 */
export function plainAndShort(pathOf: (name: string) => YamlPath, most = mostWritten): ReadingGate {
  return (template) =>
    Object.entries(template.texts).flatMap(([name, parts]): Problem[] => {
      const path = pathOf(name);
      const length = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
      const long = `This has ${length.toLocaleString('en')} characters.`;
      return [
        ...(length > most
          ? [problemAt(template.source.placeOf(path), long, `Keep to ${most.toLocaleString('en')}.`)]
          : []),
        ...findTalkOfOthers(parts, path, template),
      ];
    });
}

/** The path of a text named by its field and its place in a list, such as `check 3` of `claims`. */
export function pathInList(list: string): (name: string) => YamlPath {
  return (name) => {
    const [field = '', index] = name.split(' ');
    return [list, Number(index), field];
  };
}

/** What is shown can be read at a glance, placeholders filled. */
export const shownShort: ProvingGate = ({ template, variants }) => {
  const texts = variants.flatMap(({ options, answer }) => [
    ...options.map(({ text }) => text),
    ...(answer?.type === 'slots' ? answer.slots : []),
  ]);
  const long = texts.find((text) => text.length > mostShown || text.split('\n').length > mostLines);
  if (long === undefined) return [];
  const what = `An option or a left side is too long to be read: ${long.slice(0, 40)}…`;
  const remedy = `Keep to ${mostLines} lines and ${mostShown} characters.`;
  return [problemAt(template.source.placeOf(['kind']), what, remedy)];
};
