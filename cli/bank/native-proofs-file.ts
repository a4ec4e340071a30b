import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadCompiledBank } from '@pyladder/bank';
import { loadNativeProofs, type NativeProofs, type Trust, writeNativeProofs } from '@pyladder/bank/native';
import type { BankFolders } from './bank-folders.ts';

/** The recorded proofs with the compiled practice bank that they are of. @throws BadPack */
export function readTrust(folders: BankFolders): Trust {
  return { proofs: loadNativeProofs(fileOf(folders)), compiled: loadCompiledBank(folders.practice) };
}

/** Whether the recorded proofs are of other texts or items than these; on which Debian 12 they were made is no matter. */
export function areProofsStale(folders: BankFolders, proofs: NativeProofs): boolean {
  const recorded = loadNativeProofs(fileOf(folders));
  return writeNativeProofs(settle(proofs, recorded)) !== writeNativeProofs(recorded);
}

/** Records the proofs of a build beside its compiled bank. What has not changed stays as it was recorded. */
export function writeProofs(folders: BankFolders, proofs: NativeProofs): void {
  const file = fileOf(folders);
  if (!existsSync(file) && Object.keys(proofs).length === 0) return;
  const text = writeNativeProofs(settle(proofs, loadNativeProofs(fileOf(folders))));
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

/** Each proof as recorded before, if that says the same of text and items. */
function settle(proofs: NativeProofs, recorded: NativeProofs): NativeProofs {
  return Object.fromEntries(
    Object.entries(proofs).map(([id, proof]) => {
      const before = Object.hasOwn(recorded, id) ? recorded[id] : undefined;
      const isSame = before?.built === proof.built && before.items.join() === proof.items.join();
      return [id, isSame ? before : proof];
    }),
  );
}

function fileOf({ practice }: BankFolders): string {
  return join(dirname(practice), 'native-proofs.json');
}
