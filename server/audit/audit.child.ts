import { parseArgs } from 'node:util';
import { exitCodeOf, StartFault } from '../process/faults.ts';
import { readSettings } from '../process/settings.ts';
import { CommandFault, exportAudit, verifyAudit } from './audit-commands.ts';
import { UnreadableExport } from './audit-file.ts';
import { describeReport } from './report-words.ts';
import { isIntact } from './verification.ts';

// Started by the command `pyladder audit …`, which shares its terminal and environment with this process.

const EXIT = { broken: 1, misused: 2 } as const;

try {
  const [command, ...args] = process.argv.slice(2);
  const settings = readSettings(process.env);
  if (command === 'export') {
    const [file = ''] = args;
    await exportAudit(settings, file);
    process.stderr.write(`The audit log was written to ${file}.\n`);
  } else await verify(settings, args);
} catch (error) {
  if (error instanceof UnreadableExport) fail(error, EXIT.broken);
  else if (error instanceof CommandFault) fail(error, EXIT.misused);
  else if (error instanceof StartFault) fail(error, exitCodeOf(error.fault));
  else throw error;
}

async function verify(settings: ReturnType<typeof readSettings>, args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      file: { type: 'string' },
      keys: { type: 'string' },
      'expect-head': { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const report = await verifyAudit({
    settings,
    file: values.file ?? null,
    keysFile: values.keys ?? null,
    expectedHead: values['expect-head'] ?? null,
    onProgress: showProgress,
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const words = values.json
    ? [JSON.stringify({ intact: isIntact(report), ...report })]
    : describeReport(report, values.keys ?? null);
  process.stdout.write(`${words.join('\n')}\n`);
  if (!isIntact(report)) process.exitCode = EXIT.broken;
}

function showProgress(done: number, total: number | null): void {
  if (!process.stderr.isTTY) return;
  const of = total === null ? '' : ` of ${total.toLocaleString('en-GB')}`;
  process.stderr.write(`\rChecked ${done.toLocaleString('en-GB')}${of} entries`);
}

function fail({ message }: Error, code: number): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = code;
}
