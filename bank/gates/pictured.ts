import { problemAt } from '../problem.ts';
import type { PictureWanted } from '../templates/template.ts';
import type { ReadingGate } from './gate.ts';

const needOf: Readonly<Record<PictureWanted['of'], string>> = { window: 'tkinter', plot: 'matplotlib' };

/** A picture is asked for only where the program can show one. */
export const pictured: ReadingGate = ({ picture, needs, source }) => {
  if (picture === null || needs.includes(needOf[picture.of])) return [];
  const need = needOf[picture.of];
  const what = `A picture of a ${picture.of} is asked for, but the template does not say that it needs ${need}.`;
  return [problemAt(source.placeOf(['picture']), what, `Write needs: [${need}], or leave \`picture\` out.`)];
};
