/**
 * The action of a command whose code is loaded only when it is given: help, and every other command, need not wait for some
 * five hundred files to be read.
 */
export function whenGiven<Given extends unknown[]>(load: () => Promise<(...given: Given) => unknown>) {
  return async (...given: Given): Promise<void> => {
    const act = await load();
    await act(...given);
  };
}
