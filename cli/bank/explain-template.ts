import { BadPack } from '@pyladder/bank';
import { explainTemplate } from '@pyladder/bank/authoring';
import { openPythonPool } from '@pyladder/python/node';
import { abortOnInterrupt, exitCodes } from '../run-command.ts';
import { UserError } from '../user-error.ts';
import { sayExplanation } from './explain-lines.ts';
import { getTemplate } from './template-files.ts';

/** Prints every run behind a variant of a template; exit code 1 if the template does not pass its gates. @throws UserError | BadPack */
export async function explainItem(
  idOrFile: string,
  { variant, json }: { variant: number; json: boolean },
): Promise<void> {
  const { template, seed } = getTemplate(idOrFile);
  const python = openPythonPool();
  const { signal, release } = abortOnInterrupt();
  if (process.stderr.isTTY) process.stderr.write('Running it on every CPython…\r\x1b[K');
  try {
    const explained = await explainTemplate(template, { seed, variant, python, signal });
    if (!('rendered' in explained)) {
      if (explained.variants === 0) throw new BadPack(explained.problems);
      throw new UserError(
        `${template.id} has ${explained.variants} variants; write --variant 1 to ${explained.variants}.`,
      );
    }
    process.stdout.write(
      json ? `${JSON.stringify(explained, mapsAsObjects, 2)}\n` : sayExplanation(explained, template),
    );
    if (explained.problems.length > 0) process.exitCode = exitCodes.failed;
  } finally {
    release();
    await python.close();
  }
}

function mapsAsObjects(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
