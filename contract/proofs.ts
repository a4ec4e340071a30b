import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { CredentialId, Sha256 } from './words.ts';

/** A belief with the id under which the runner in the page mimics it. */
const MimickedBelief = z.object({ id: z.string(), belief: z.string(), correction: z.string() });
export type MimickedBelief = z.output<typeof MimickedBelief>;

/** A practice item to play with: its program, what it is proven to print, and the beliefs behind its wrong options. */
const ProofProgram = z.object({
  item: Sha256,
  credential: CredentialId,
  section: z.string(),
  objective: z.string(),
  stem: z.string(),
  code: z.string(),
  stdin: z.string(),
  provenOn: z.array(z.string()),
  options: z.array(z.object({ text: z.string(), key: z.boolean() })),
  beliefs: z.array(MimickedBelief),
});
export type ProofProgram = z.output<typeof ProofProgram>;

/** Empty while there is no practice bank. */
export const GetProofPrograms = {
  method: 'GET',
  path: '/api/proofs',
  may: ['anyone'],
  summary: 'Some practice items with their programs and the beliefs behind their wrong options',
  reply: z.object({ programs: z.array(ProofProgram) }),
} as const satisfies Endpoint;

export const PagePythonView = z.object({
  /** CPython's line. */
  version: z.string(),
  /** Path of the folder that the files lie in, with a slash at its end; named by their content. */
  base: z.string(),
  /** `bytes` as they are used, `travels` as they travel to a browser that takes the best coding. */
  files: z.array(z.object({ name: z.string(), bytes: z.int(), travels: z.int() })),
});
export type PagePythonView = z.output<typeof PagePythonView>;

/** The first who asks waits for some seconds while the files are made. */
export const GetPagePython = {
  method: 'GET',
  path: '/api/page-python',
  may: ['anyone'],
  summary: 'Where the files lie with which a page runs Python; null where this installation cannot make them',
  reply: z.object({ python: PagePythonView.nullable() }),
} as const satisfies Endpoint;
