import type { Param } from '../../templates/params.ts';

/** As many as are ever listed; every choice of 6 from 12 is among them. */
const mostChoices = 1_000;

/**
 * Which of more things a variant shows, as a param: every choice of `size` from `count` things, written as a list of indexes.
 *
 * @param name holds a blank, so that it is no name that an author could give
 */
export function chooseSome(name: string, count: number, size: number): Param {
  const choices: number[][] = [];
  const extend = (chosen: readonly number[], next: number) => {
    if (choices.length >= mostChoices) return;
    if (chosen.length === size) choices.push([...chosen]);
    else for (let index = next; index < count; index++) extend([...chosen, index], index + 1);
  };
  extend([], 0);
  return { name, values: choices.map((chosen) => JSON.stringify(chosen)), size: null };
}

/** The indexes that a draw chose; all of them where there was no choice. */
export function chosenIn(draw: ReadonlyMap<string, string>, name: string, count: number): number[] {
  const chosen = draw.get(name);
  return chosen === undefined ? Array.from({ length: count }, (_, index) => index) : JSON.parse(chosen);
}
