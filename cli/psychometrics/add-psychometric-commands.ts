import { type Command, InvalidArgumentError, Option } from 'commander';
import { whenGiven } from '../when-given.ts';

const calibrateHelp = `
The table has a header and one row a person, with 0, 1 or nothing where an item was not given; or patterns, and in a last
column named count (or freq) how many people gave each. Items are a θ + d, b = −d / a, ability is spread by 1 about 0; the
3PL has priors. Standard errors are from the observed information. Plots are item-curves.svg, item-information.svg,
test-curve.svg and test-information.svg; files that are there already are not overwritten.

Exit codes
  0  calibrated
  1  it did not converge; the figures are printed, and not drawn
  2  the command was not understood, a plot cannot be written, or the table has something wrong, whose row and column
     are named`;

const assembleHelp = `
The bank is a table with columns id, section, a, b, c, seconds, set, enemies (names of groups, with spaces between),
most_uses; all other columns are attributes. A blueprint, in YAML or JSON:
  forms: 2
  length: 20
  sections: { loops: 8, lists: { least: 5, most: 7 } }
  counts: [{ attribute: kind, value: trace, items: { most: 9 } }]
  sums: [{ attribute: words, total: { most: 900 } }]
  seconds: { most: 2400 }
  aims: [{ theta: 0.5 }]
There may be sets, mostUses, mostShared, earlier and goal (most or closest), as the library's documentation has them.

Exit codes
  0  every form keeps every rule
  1  there are no such forms, and which rules conflict is said
  2  the command was not understood, or a file has something wrong
Ctrl-C ends with 130 between two forms; a second one at once.`;

/** `pyladder calibrate`, `simulate` and `assemble`. */
export function addPsychometricCommands(program: Command): void {
  program
    .command('calibrate')
    .description('Estimate items from a table of right and wrong answers.')
    .argument('<file>', 'a CSV of 0, 1 and empty cells')
    .addOption(modelOption())
    .option('--nodes <number>', 'points of ability', wholeFrom(3, MOST_NODES), 61)
    .option('--range <logits>', 'how far they reach, on both sides', positive, 6)
    .option('--tolerance <change>', 'it ends when no parameter moves farther', positive, 1e-6)
    .option('--json', 'as JSON', false)
    .option('--plots <folder>', 'where to put curves of the items and the test, as SVG')
    .addHelpText('after', calibrateHelp)
    .action(whenGiven(async () => (await import('./calibrate-file.ts')).calibrateFile));
  program
    .command('simulate')
    .description('Draw answers that people might give, as a CSV.')
    .option('--persons <number>', 'how many people', wholeFrom(1), 1000)
    .option('--items <number>', 'how many items', wholeFrom(1, MOST_ITEMS), 20)
    .addOption(modelOption())
    .option('--seed <number>', 'the same seed gives the same answers', wholeFrom(0), 1)
    .option('--bank <file>', 'a CSV with the items instead: id, a, b, c')
    .option('--save-bank <file>', 'where to keep the items')
    .action(whenGiven(async () => (await import('./simulate-answers.ts')).simulateAnswers));
  program
    .command('assemble')
    .description('Make parallel forms from a bank by a blueprint.')
    .argument('<blueprint>', 'what forms are to be like, in YAML or JSON')
    .argument('<bank>', 'a CSV with the items')
    .option('--json', 'as JSON', false)
    .addHelpText('after', assembleHelp)
    .action(whenGiven(async () => (await import('./assemble-forms.ts')).assembleFromFiles));
}

function modelOption(): Option {
  return new Option('--model <model>', 'the response model').choices(['1pl', '2pl', '3pl']).default('2pl');
}

/** More would only take memory: a tenth of them tells everything that answers can. */
const MOST_NODES = 2000;
const MOST_ITEMS = 100_000;

function wholeFrom(least: number, most = Number.MAX_SAFE_INTEGER): (word: string) => number {
  return (word) => {
    const number = Number(word);
    if (/^\d+$/.test(word) && number >= least && number <= most) return number;
    const end = most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : '';
    throw new InvalidArgumentError(`It should be a whole number from ${least}${end}.`);
  };
}

function positive(word: string): number {
  const number = Number(word);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new InvalidArgumentError('It should be a number above 0.');
}
