import { readdirSync, readFileSync } from 'node:fs';
import { buffer, text } from 'node:stream/consumers';
import { readSources } from '../node/sources.ts';
import { give, type Sandbox, sourcesArchive, startSandbox } from './sandbox.ts';

const inside = new URL('./inside/', import.meta.url);
const recipe = new URL('../compiler/archive.py', import.meta.url);

const script = `
import json, pathlib
wanted = json.load(open(3))
for path, text in wanted["files"].items():
    file = pathlib.Path("/tmp/sources", path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
names = {"__name__": "archive"}
exec(wanted["recipe"], names)
names["compile_folder"]("/tmp/sources", "/tmp/sources.zip", "${sourcesArchive}")
with open(4, "wb") as out:
    out.write(pathlib.Path("/tmp/sources.zip").read_bytes())
`;

/**
 * This room's Python as an archive of modules that the machine's own CPython has compiled: importing them
 * from source would take most of a run's time.
 *
 * @throws Error if the sandbox or its Python cannot start
 */
export async function compileSources(hold: (sandbox: Sandbox) => void): Promise<Uint8Array> {
  const files = new Map(readSources());
  for (const name of readdirSync(inside)) {
    if (name.endsWith('.py')) files.set(`inside/${name}`, readFileSync(new URL(name, inside), 'utf8'));
  }
  const sandbox = startSandbox({ needs: [], hashSeed: 0, script, sources: null });
  hold(sandbox);
  // Whether it has started shows in what it reports.
  sandbox.firstProcess.catch(() => null);
  give(sandbox.stdin, '');
  give(sandbox.request, JSON.stringify({ files: Object.fromEntries(files), recipe: readFileSync(recipe, 'utf8') }));
  const [archive, , words] = await Promise.all([
    buffer(sandbox.report),
    text(sandbox.stdout),
    text(sandbox.stderr),
    ended(sandbox),
  ]);
  if (archive.length === 0) throw new Error(`Python cannot start in the sandbox: ${words.trim()}`);
  return archive;
}

/** Resolves when the sandbox has ended, by whatever cause. @throws Error if it was never there */
export function ended({ process }: Sandbox): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  process.once('error', reject);
  process.once('close', () => resolve());
  return promise;
}
