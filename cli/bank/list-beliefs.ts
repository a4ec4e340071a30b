import { misconceptions } from '@pyladder/python';

/** Prints the misconceptions, one a line: id, then the belief. */
export function listBeliefs(word: string | undefined): void {
  const lines = [...misconceptions.values()]
    .filter(
      ({ id, belief, topics }) =>
        word === undefined || `${id} ${belief} ${topics.join(' ')}`.toLowerCase().includes(word.toLowerCase()),
    )
    .map(({ id, belief }) => `${id.padEnd(34)} ${belief}\n`);
  process.stdout.write(lines.join(''));
}
