import type { Db } from '../deps.ts';

export type IssuerFacts = { slug: string; name: string; isDemo: boolean };
export type InstallationSecrets = { examSeed: Buffer; tokenSecret: Buffer; cookieSecret: Buffer };

/** The issuer with this slug, made or brought up to date: name and demo mark follow the settings. */
export async function upsertIssuer(tx: Db, { slug, name, isDemo }: IssuerFacts): Promise<{ id: string }> {
  return tx
    .insertInto('issuers')
    .values({ slug, name, is_demo: isDemo })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ name, is_demo: isDemo }))
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** Keeps these secrets if the installation has none yet; answers with those in force. */
export async function insertSecretsOnce(tx: Db, secrets: InstallationSecrets): Promise<InstallationSecrets> {
  await tx
    .insertInto('installation')
    .values({ exam_seed: secrets.examSeed, token_secret: secrets.tokenSecret, cookie_secret: secrets.cookieSecret })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx
    .selectFrom('installation')
    .select(['exam_seed as examSeed', 'token_secret as tokenSecret', 'cookie_secret as cookieSecret'])
    .executeTakeFirstOrThrow();
}
