import { dirname } from 'node:path';
import { readPacks } from '@pyladder/bank';
import { openPythonPool } from '@pyladder/python/node';
import { abortOnInterrupt } from '../../run-command.ts';
import { UserError } from '../../user-error.ts';
import { findFolders } from '../bank-folders.ts';
import { getTemplateFile } from '../template-files.ts';
import { getPreviewPage } from './page-files.ts';
import { servePreview } from './preview-server.ts';
import { openSession } from './preview-session.ts';
import { findLastSaved, listItemFolders, watchTemplates } from './template-watch.ts';

/** Which template is shown first, where saves are looked for, and which of them are shown. */
type Watched = { file: string; folders: string[]; isShown: (file: string) => boolean };

/**
 * Shows a template as candidates see it, on a page of this machine that follows every save, until Ctrl-C.
 * Without a template: whichever was saved last. Prints the page's address.
 *
 * @throws UserError
 */
export async function previewTemplate(idOrFile: string | undefined, { port }: { port: number }): Promise<void> {
  const { file, folders, isShown } = idOrFile === undefined ? watchAll() : watchOne(getTemplateFile(idOrFile));
  const { signal, release } = abortOnInterrupt();
  const page = await getPreviewPage();
  const python = openPythonPool();
  const session = openSession(python);
  const { promise: broken, reject } = Promise.withResolvers<never>();
  const show = (saved: string) => void session.show(saved).catch(reject);
  const server = await servePreview({ page, session, port }).catch(async (error: unknown) => {
    await python.close();
    throw error;
  });
  const watching = watchTemplates(folders, (saved) => {
    if (isShown(saved)) show(saved);
  });
  try {
    process.stdout.write(`${server.address}\n`);
    if (process.stderr.isTTY) process.stderr.write('Ctrl-C ends it.\n');
    show(file);
    const interrupted = new Promise<void>((settle) => signal.addEventListener('abort', () => settle(), { once: true }));
    if (!signal.aborted) await Promise.race([interrupted, broken]);
  } finally {
    release();
    watching.close();
    session.end();
    await server.close();
    await python.close();
  }
}

function watchOne(file: string): Watched {
  return { file, folders: [dirname(file)], isShown: (saved) => saved === file };
}

function watchAll(): Watched {
  const { pack, extra } = findFolders();
  const packs = readPacks(pack, extra).packs.map(({ folder }) => folder);
  const folders = listItemFolders(packs);
  const file = findLastSaved(folders);
  if (file === null) throw new UserError('There is no template yet. Write one with pyladder bank new.');
  return { file, folders, isShown: () => true };
}
