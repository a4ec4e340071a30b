import type { ItemView } from '@pyladder/contract';
import { openPythonPool } from '@pyladder/python/node';
import type { Candidate } from './candidate.ts';

/** Somebody who knows Python: reads the right option off the program's real output. */
export type ExamTaker = {
  /** Text of the right option. @throws Error if no option says what the program prints */
  answer(item: ItemView): Promise<string>;
  /** Sits a real exam over the API, everything right, and waits for the result; gives the sitting's id. */
  pass(candidate: Candidate, credential: string): Promise<string>;
  close(): Promise<void>;
};

/** Opens the Python that the answers come from. */
export function openExamTaker(): ExamTaker {
  const python = openPythonPool();
  const taker: ExamTaker = {
    async answer({ highlighted, stdin, options }) {
      const code = highlighted.map((line) => line.map(([text]) => text).join('')).join('\n');
      const outcome = await python.run('3.14', 0, { code: `${code}\n`, stdin, misconceptions: [] });
      if (outcome.status !== 'finished') throw new Error(`the program did not finish:\n${code}`);
      const right = options.find(({ text }) => plain(text) === plain(outcome.stdout));
      if (right === undefined) throw new Error(`no option says ${outcome.stdout}:\n${code}`);
      return right.text;
    },
    async pass(candidate, credential) {
      const room = await candidate.startSitting(credential, 'real');
      for (const [index, item] of room.view.items.entries()) {
        const text = await taker.answer(item);
        const option = item.options.find((one) => one.text === text)?.id ?? null;
        const response = { type: 'choice', option } as const;
        await room.save([{ type: 'answer', deviceSequence: index + 1, position: item.position, response }]);
      }
      await room.submit();
      const { passed } = await candidate.result(room.view.id);
      if (!passed) throw new Error(`${credential} was not passed with every answer right`);
      return room.view.id;
    },
    close: () => python.close(),
  };
  return taker;
}

/** Programs end their last line, options do not. */
function plain(text: string): string {
  return text.replace(/\s+$/, '');
}
