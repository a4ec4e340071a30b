import { misconceptions } from '@pyladder/python';
import { exitCodes } from '../run-command.ts';

/** Prints the misconceptions, one a line: id, then the belief. None that has the word is a failure, as grep has it. */
export function listBeliefs(word: string | undefined): void {
  const lines = [...misconceptions.values()]
    .filter(
      ({ id, belief, topics }) =>
        word === undefined || `${id} ${belief} ${topics.join(' ')}`.toLowerCase().includes(word.toLowerCase()),
    )
    .map(({ id, belief }) => `${id.padEnd(34)} ${belief}\n`);
  process.stdout.write(lines.join(''));
  if (lines.length > 0) return;
  process.stderr.write(`No misconception has "${word}" in its id, belief or topics.\n`);
  process.exitCode = exitCodes.failed;
}
