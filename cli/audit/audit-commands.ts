import { type Command, InvalidArgumentError } from 'commander';
import { runAuditProgram } from './audit-program.ts';

type Database = { database?: string };
type VerifyOptions = Database & { file?: string; keys?: string; expectHead?: string; json: boolean };

/** `pyladder audit …` */
export function addAuditCommands(audit: Command): void {
  audit
    .command('verify')
    .description('Check that no entry of the audit log was changed, removed or added after it was sealed.')
    .option('--database <address>', 'of the database; without it DATABASE_URL, or the one in DATA_DIR')
    .option('--file <export>', 'check an exported log instead of a database')
    .option('--keys <jwks>', 'believe only the keys in this file, saved from /.well-known/jwks.json')
    .option('--expect-head <hash>', 'a head noted earlier, which must be in the log', headHash)
    .option('--json', 'as JSON', false)
    .action(async ({ database, file, keys, expectHead, json }: VerifyOptions) => {
      await runAuditProgram(
        [
          'verify',
          ...given('file', file),
          ...given('keys', keys),
          ...given('expect-head', expectHead),
          ...(json ? ['--json'] : []),
        ],
        database,
      );
    });
  audit
    .command('export')
    .description('Write the whole audit log with its seals to a new file, one JSON object a line, for an auditor.')
    .argument('<file>', 'the file to write')
    .option('--database <address>', 'of the database; without it DATABASE_URL, or the one in DATA_DIR')
    .action(async (file: string, { database }: Database) => {
      await runAuditProgram(['export', file], database);
    });
}

function given(option: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`--${option}=${value}`];
}

function headHash(value: string): string {
  const hash = value.toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw new InvalidArgumentError('It is the 64 signs that a check prints as the head.');
  return hash;
}
