import { type Command, InvalidArgumentError } from 'commander';

const TRUSTED = 'PYLADDER_TRUSTED_ISSUERS';

const HELP = `
Whose word counts is your decision. Name issuers with --trust, or in ${TRUSTED} with commas between:
  pyladder verify badge.png --trust did:web:exams.example.org
  pyladder verify badge.png --trust https://exams.example.org
  pyladder verify badge.png --trust trusted-issuers.json --offline

Exit codes
  0  valid, and everything was looked at
  1  not valid: forged, revoked, suspended, or outside its time
  2  the command was not understood
  3  not understood: no credential, not readable, or of a kind that cannot be verified here
  4  an issuer who is not trusted
  5  valid as far as could be looked at: nobody could say whether it was withdrawn
Of several credentials the first of 1, 3, 4, 5, 0 that occurs. Ctrl-C ends with 130.

Only trusted issuers’ sites are asked, besides addresses that you name: by https, never private machines.`;

/** `pyladder verify …` */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('Verify credentials: whether they are genuine, and whether they still stand.')
    .argument('[files...]', 'files (JSON, JWT, PNG, SVG, PDF), folders, https addresses, or - for what is piped in')
    .option('--json', 'as JSON: one object, or for several one a line')
    .option('--trust <issuer>', 'a DID, an https address, or a file with a DID document; may be repeated', collect)
    .option('--status <file>', 'a status list that was saved before; may be repeated', collect)
    .option('--list <file>', 'files and addresses to verify, one a line')
    .option('--offline', 'ask nobody')
    .option('--now <date>', 'verify as of this date, such as 2027-03-03 or 2027-03-03T12:00:00Z', instant)
    .addHelpText('after', HELP)
    .action(async (words: string[], given: Given) => {
      const { verifyCredentials } = await import('./verify-credentials.ts');
      const named = (process.env[TRUSTED] ?? '').split(',').map((name) => name.trim());
      await verifyCredentials(words, {
        json: given.json ?? false,
        offline: given.offline ?? false,
        trust: [...(given.trust ?? []), ...named.filter((name) => name !== '')],
        status: given.status ?? [],
        list: given.list ?? null,
        now: given.now ?? new Date(),
      });
    });
}

type Given = Partial<{ json: true; offline: true; trust: string[]; status: string[]; list: string; now: Date }>;

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function instant(value: string): Date {
  const date = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(value)
    ? new Date(value)
    : new Date(Number.NaN);
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('Write a date such as 2027-03-03.');
  return date;
}
