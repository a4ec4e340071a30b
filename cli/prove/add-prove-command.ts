import type { Command } from 'commander';
import { whenGiven } from '../when-given.ts';

const help = `
Reads Moodle GIFT and XML, Aiken, QTI 2.x and 3.0 (also in a zip), Markdown as on GitHub, and YAML; the content decides.
A question's program runs in a sandbox, on four versions of CPython, each under two hash seeds.

Verdicts
  confirmed      Python does what the key says
  contradicted   Python does something else, which is shown
  depends        on the version or the hash seed, which is shown
  undecided      it cannot be told by running, and why

Exit codes
  0  no key is contradicted
  1  a key is contradicted
  2  the command was not understood
Ctrl-C ends with 130; what was proven until then is printed.`;

/** `pyladder prove …` */
export function addProveCommand(program: Command): void {
  program
    .command('prove')
    .description("Run the programs in anyone's quiz and say which keys are right.")
    .argument('<files...>', 'quizzes, or folders of them')
    .option('--json', 'as JSON, one object a line', false)
    .option('--all', 'list confirmed questions, too', false)
    .addHelpText('after', help)
    .action(whenGiven(async () => (await import('./prove-quizzes.ts')).proveQuizzes));
}
