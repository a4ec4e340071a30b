import type { Db } from '../deps.ts';
import { type InstallationSecrets, insertSecretsOnce, upsertIssuer } from './installation.queries.ts';

/** What all nodes of one installation share. The secrets never leave the server. */
export type Installation = InstallationSecrets & {
  issuerId: string;
  issuerName: string;
  /** Credentials and pages of a demo say so. */
  isDemo: boolean;
};

export type InstallationOptions = {
  db: Db;
  random: (bytes: number) => Buffer;
  issuerName: string | null;
  publicUrl: string | null;
};

const SECRET_BYTES = 32;

/** The installation, made by whichever node is first. Without an address for the public it is a demo. */
export async function openInstallation({
  db,
  random,
  issuerName,
  publicUrl,
}: InstallationOptions): Promise<Installation> {
  const isDemo = publicUrl === null;
  const name = issuerName ?? (isDemo ? 'Pyladder demo' : 'Pyladder');
  return db.transaction().execute(async (tx) => {
    const { id } = await upsertIssuer(tx, { slug: 'main', name, isDemo });
    const secrets = await insertSecretsOnce(tx, {
      examSeed: random(SECRET_BYTES),
      tokenSecret: random(SECRET_BYTES),
      cookieSecret: random(SECRET_BYTES),
    });
    return { issuerId: id, issuerName: name, isDemo, ...secrets };
  });
}
