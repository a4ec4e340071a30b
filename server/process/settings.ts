import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { readIssuerSource } from '@pyladder/credentials/node';
import { z } from 'zod';
import { hasKnownEncryption, hasReadableCertificates, isDatabaseUrl, settleEncryption } from './database-address.ts';
import { StartFault } from './faults.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export type Settings = {
  host: string;
  /** 0 lets the system choose. */
  port: number;
  /** Null: the embedded PostgreSQL, kept in `dataFolder`. */
  databaseUrl: string | null;
  /** Absolute. */
  dataFolder: string;
  /** Where people reach this installation, without a slash at its end; null: where the server listens. */
  publicUrl: string | null;
  /** Absolute; the pack of the ladder that this installation certifies. Null: that of Python. */
  ladderFolder: string | null;
  /** Absolute; an installation's own packs for real exams. Null: the specimen packs. */
  examPacksFolder: string | null;
  /** Absolute; the private key that credentials are signed with. Null: one of this node's own, in the data folder. */
  credentialKeyFile: string | null;
  /** Who certifies, as people read it; null: a name that says demo or nothing. */
  issuerName: string | null;
  /** Addresses and networks whose word on where a request came from is believed. */
  trustedProxies: string[];
  /** Other issuers whose credentials are known here: DIDs, or https addresses of their sites or documents. */
  trustedIssuers: string[];
  logLevel: LogLevel;
};

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const satisfies LogLevel[];

const Environment = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, 'an address of this machine, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a port number from 1 to 65535, such as 4400')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a port number from 1 to 65535, such as 4400')
    .default(4400),
  DATABASE_URL: z
    .string()
    .refine(isDatabaseUrl, 'an address such as postgres://user:password@host:5432/pyladder')
    .refine(hasKnownEncryption, 'an address with sslmode=verify-full, sslmode=no-verify or sslmode=disable')
    .refine(hasReadableCertificates, 'an address whose sslcert, sslkey and sslrootcert are files that can be read')
    .transform(settleEncryption)
    .optional(),
  DATA_DIR: z
    .string()
    .transform((folder) => resolve(folder))
    .optional(),
  PUBLIC_URL: z
    .string()
    .refine(isPublicUrl, 'an address without a path, such as https://exams.example.org')
    .transform((address) => new URL(address).origin)
    .optional(),
  LADDER_DIR: z
    .string()
    .refine(isFolder, 'a folder that exists and holds a ladder and its pack')
    .transform((folder) => resolve(folder))
    .optional(),
  EXAM_PACKS_DIR: z
    .string()
    .refine(isFolder, 'a folder that exists and holds exam packs')
    .transform((folder) => resolve(folder))
    .optional(),
  CREDENTIAL_KEY_FILE: z
    .string()
    .transform((file) => resolve(file))
    .optional(),
  ISSUER_NAME: z
    .string()
    .trim()
    .refine((name) => name.length <= 120 && !/\p{Cc}/u.test(name), 'the name of who certifies, at most 120 characters')
    .optional(),
  TRUST_PROXY: z
    .string()
    .transform((list) => list.split(',').map((proxy) => proxy.trim()))
    .refine(
      (proxies) => proxies.every(isProxy),
      'the addresses or networks of the proxies in front, such as loopback or 10.0.0.0/8, with commas between',
    )
    .optional(),
  TRUSTED_ISSUERS: z
    .string()
    .transform((list) => [...new Set(list.split(',').map((issuer) => issuer.trim()))])
    .refine(
      (issuers) => issuers.every(isIssuer),
      'DIDs or https addresses of issuers, such as did:web:exams.example.org, with commas between',
    )
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`).default('warn'),
});

/**
 * The settings that the environment asks for; a variable that is empty counts as not set.
 *
 * @throws StartFault settings_wrong, naming every wrong variable and what to write instead
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new StartFault({
      kind: 'settings_wrong',
      problems: parsed.error.issues.map((issue) => problemOf(issue.path.join('.'), given, issue.message)),
    });
  }
  const {
    HOST,
    PORT,
    DATABASE_URL,
    DATA_DIR,
    PUBLIC_URL,
    EXAM_PACKS_DIR,
    ISSUER_NAME,
    TRUST_PROXY,
    TRUSTED_ISSUERS,
    LOG_LEVEL,
  } = parsed.data;
  return {
    host: HOST,
    port: PORT,
    databaseUrl: DATABASE_URL ?? null,
    dataFolder: DATA_DIR ?? defaultDataFolder(given, process.getuid?.() === 0),
    publicUrl: PUBLIC_URL ?? null,
    ladderFolder: parsed.data.LADDER_DIR ?? null,
    examPacksFolder: EXAM_PACKS_DIR ?? null,
    credentialKeyFile: parsed.data.CREDENTIAL_KEY_FILE ?? null,
    issuerName: ISSUER_NAME || null,
    trustedProxies: TRUST_PROXY ?? [],
    trustedIssuers: TRUSTED_ISSUERS ?? [],
    logLevel: LOG_LEVEL,
  };
}

/** The data folder belongs to the person, not to the clone: two clones share one installation and never fight silently. */
function defaultDataFolder(environment: Record<string, string | undefined>, isRoot: boolean): string {
  if (isRoot) return '/var/lib/pyladder';
  const home = environment.XDG_DATA_HOME;
  return join(home?.startsWith('/') ? home : join(homedir(), '.local', 'share'), 'pyladder');
}

/** A database address may hold a password, so it is not repeated. */
function problemOf(name: string, given: Record<string, string | undefined>, wanted: string): string {
  const value = name === 'DATABASE_URL' ? 'not understood' : `"${given[name]}"`;
  return `${name} is ${value}: set it to ${wanted}, or leave it unset.`;
}

function isPublicUrl(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    ['http:', 'https:'].includes(url.protocol) &&
    // Credentials name their issuer by this host, as did:web, which takes names and IPv4 addresses only.
    /^[a-z0-9.-]+$/.test(url.hostname) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === ''
  );
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isProxy(proxy: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(proxy)) return true;
  const [address = '', bits, ...rest] = proxy.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** A server asks nobody by http, not even on its own machine. */
function isIssuer(name: string): boolean {
  return readIssuerSource(name) !== null && !/^http:/i.test(name);
}
