import { existsSync, readFileSync } from 'node:fs';
import { ZodError } from 'zod';
import { BadPack, problemAt } from '../problem.ts';
import { type NativeProofs, readNativeProofs } from './native-proofs.ts';

/** The proofs in a file; none if there is no file. @throws BadPack if it is damaged */
export function loadNativeProofs(file: string): NativeProofs {
  if (!existsSync(file)) return {};
  try {
    return readNativeProofs(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof ZodError)) throw error;
    const remedy = 'Delete it, and run pyladder bank build where native Python can run.';
    throw new BadPack([problemAt({ file, line: 1, column: 1 }, 'These are no proofs.', remedy)]);
  }
}
