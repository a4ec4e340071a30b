/**
 * How one test ended. `name` is its file below psychometrics/, its groups and its title. A file that could not be loaded counts
 * as a test by the file's name. `errors` is empty if and only if it passed.
 */
export type Outcome = { name: string; errors: string[] };

/** One name of a test from its file and its full title, the same wherever it runs. */
export function nameTest(file: string, title: string): string {
  return `${file.replaceAll('\\', '/')} > ${title}`;
}

type Told = { message: string; stack?: string; diff?: string; cause?: unknown };

/** What an error of a test says, where in the test, and what caused it. */
export function tellError({ message, stack, diff, cause }: Told): string {
  const [place] = (stack ?? '').match(/^ +at .*\.test[.-].*/m) ?? [];
  const isError = typeof cause === 'object' && cause !== null && 'message' in cause;
  const why = isError ? `because of: ${tellError(cause as Told)}` : undefined;
  return [message, place, diff, why].filter((part) => part !== undefined).join('\n');
}

/** The names, in an order that does not depend on who ran first. */
export function namesOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.map(({ name }) => name).toSorted();
}

/** Which tests failed and why. */
export function failuresOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.filter(({ errors }) => errors.length > 0).map(({ name, errors }) => [name, ...errors].join('\n'));
}
