import { GetPagePython, GetProofPrograms, type ProofProgram } from '@pyladder/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { chooseCoding } from '../http/compression.ts';
import { route } from '../http/route.ts';
import { createPagePython, PAGE_PYTHON_FOLDER } from './page-python.ts';
import { chooseProofPrograms } from './proof-programs.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** What the page "How our items are proven" needs: programs to change, and Python to run them. */
export function proofRoutes(app: FastifyInstance, deps: Deps): void {
  const pagePython = createPagePython();
  const programs = rememberPrograms(deps);
  route(app, deps, GetProofPrograms, async () => ({ programs: await programs() }));
  route(app, deps, GetPagePython, async () => ({ python: (await pagePython())?.view ?? null }));

  app.get<{ Params: { digest: string; file: string } }>(
    `${PAGE_PYTHON_FOLDER}:digest/:file`,
    { schema: { hide: true } },
    async (request, reply) => {
      const { digest, file: name } = request.params;
      const python = await pagePython();
      const file = python?.files.get(name);
      if (file === undefined || python?.view.base !== `${PAGE_PYTHON_FOLDER}${digest}/`) return reply.callNotFound();
      const coding = chooseCoding(request.headers['accept-encoding']);
      if (coding !== null) reply.header('content-encoding', coding);
      return reply
        .headers({ 'cache-control': `public, max-age=${YEAR_SECONDS}, immutable`, vary: 'accept-encoding' })
        .type(file.type)
        .send(coding === null ? file.plain : file.encoded[coding]);
    },
  );
}

/** Chosen once for every bank that comes into force. */
function rememberPrograms({ db, banks, ladder }: Deps): () => Promise<ProofProgram[]> {
  let chosen: { digest: string; programs: Promise<ProofProgram[]> } | null = null;
  return async () => {
    const bank = banks.inForce('practice');
    if (bank === null) return [];
    if (chosen?.digest !== bank.digest) {
      const hashes = [...bank.variants.values()].flat().map(({ hash }) => hash);
      const programs = banks.getItems(db, hashes).then((items) => chooseProofPrograms(ladder, items));
      chosen = { digest: bank.digest, programs };
      // Whoever asked learns of it; whoever asks next tries anew, unless another bank has come meanwhile.
      programs.catch(() => {
        if (chosen?.programs === programs) chosen = null;
      });
    }
    return chosen.programs;
  };
}
