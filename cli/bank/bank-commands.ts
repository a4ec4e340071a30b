import { type Command, InvalidArgumentError } from 'commander';
import { whenGiven } from '../when-given.ts';
import { exportFormats } from './export-format-names.ts';

/** `pyladder bank …` */
export function addBankCommands(bank: Command): void {
  bank
    .command('build')
    .description('Build the practice bank from its templates and write it to packs/python-ladder/compiled.')
    .option('--fresh', 'build everything again instead of only what changed', false)
    .action(whenGiven(async () => (await import('./build-bank.ts')).buildBank));
  bank
    .command('check')
    .description(
      'Prove every template of both pools again, pass every gate, and compare the committed practice bank with its sources.',
    )
    .argument('[files...]', 'check these templates only')
    .option('--changed', 'judge only what differs from the last commit, quickly: for a pre-commit hook', false)
    .option('--all', 'fail, too, where this machine cannot prove a native template itself', false)
    .action(whenGiven(async () => (await import('./check-bank.ts')).checkBank));
  bank
    .command('stats')
    .description('Count templates by section, kind, difficulty and objective, and say what is missing of the floor.')
    .option('--forms <count>', 'draw so many forms from each pool, and say whether all could be drawn', wholeNumber, 0)
    .option('--json', 'as JSON', false)
    .action(whenGiven(async () => (await import('./count-bank.ts')).countBank));
  bank
    .command('export')
    .description('Write every item with its key, to standard output or a file: as JSON lines, or for other systems.')
    .requiredOption('--pool <pool>', 'practice or exam', oneOf('practice', 'exam'))
    .requiredOption('--format <format>', exportFormats.join(', '), oneOf(...exportFormats))
    .option('--seed <words>', 'what exam variants are drawn from; without it a public one that no installation uses')
    .option('--output <file>', 'where to write it')
    .action(whenGiven(async () => (await import('./export-bank.ts')).exportBank));
  bank
    .command('import')
    .description("Turn confirmed questions of anyone's quiz into templates that pass every gate.")
    .argument('<files...>', 'quizzes, or folders of them')
    .requiredOption('--into <folder>', 'an items folder of the pack, such as packs/python-ladder/pcep/functions/items')
    .requiredOption('--objective <id>', "the section's objective that they are about")
    .requiredOption('--license <name>', 'under which licence the quiz is, such as CC-BY-4.0')
    .option('--source <address>', 'the https address where the quiz is from')
    .option('--pool <pool>', 'practice or exam', oneOf('practice', 'exam'), 'practice')
    .action(whenGiven(async () => (await import('./import-quizzes.ts')).importQuizzes));
  bank
    .command('new')
    .description('For authors: write a template into its folder, everything filled in that can be.')
    .argument('<id>', '<credential>.<section>.<name>')
    .option('--objective <objective>', "one of the section's; without it that which has the fewest templates")
    .option('--pool <pool>', 'practice or exam', oneOf('practice', 'exam'), 'practice')
    .option('--from <file>', 'the program; beliefs that change what it prints are filled in')
    .option('--stdin <file>', 'what is typed while the program runs')
    .action(whenGiven(async () => (await import('./new-template.ts')).newTemplate));
  bank
    .command('propose')
    .description('For authors: the wrong answers that a program invites, of all misconceptions, likeliest first.')
    .argument('<program>', 'a file.py, or a template by its id or file')
    .option('--stdin <file>', 'what is typed while a file.py runs')
    .option('--all', 'list every answer', false)
    .option('--json', 'as JSON', false)
    .action(whenGiven(async () => (await import('./propose-distractors.ts')).proposeFor));
  bank
    .command('explain')
    .description('For authors: every run behind an item, what became of each belief, and what the gates find.')
    .argument('<template>', 'its id or file')
    .option('--variant <number>', 'which variant, from 1', wholeNumber, 1)
    .option('--json', 'as JSON', false)
    .action(whenGiven(async () => (await import('./explain-template.ts')).explainItem));
  bank
    .command('preview')
    .description(
      'For authors: a page on this machine that shows a template as candidates see it, and follows every save.',
    )
    .argument('[template]', 'its id or file; without it whichever template was saved last')
    .option('--port <number>', 'where to serve the page; without it any port that is free', portNumber, 0)
    .action(whenGiven(async () => (await import('./preview/preview-template.ts')).previewTemplate));
  bank
    .command('show')
    .description('For authors: variants of one template with key, options and what each belief prints.')
    .argument('<file>', 'a template')
    .option('--variants <count>', 'how many variants to print', wholeNumber, 2)
    .option('--seed <words>', 'draw other variants')
    .action(whenGiven(async () => (await import('./show-template.ts')).showTemplate));
  bank
    .command('misconceptions')
    .description('For authors: the ids that templates may name.')
    .argument('[word]', 'only those that contain this word')
    .action(whenGiven(async () => (await import('./list-beliefs.ts')).listBeliefs));
}

function oneOf(...choices: string[]): (value: string) => string {
  return (value) => {
    if (!choices.includes(value)) throw new InvalidArgumentError(`It can be ${choices.join(' or ')}.`);
    return value;
  };
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('It is a whole number above 0.');
  return number;
}

function portNumber(value: string): number {
  const port = wholeNumber(value);
  if (port > 65_535) throw new InvalidArgumentError('It is at most 65535.');
  return port;
}
