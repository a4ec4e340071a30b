import { expect, test } from 'vitest';
import { describeFault, exitCodeOf, type Fault } from './faults.ts';

const faults: Fault[] = [
  { kind: 'settings_wrong', problems: ['PORT is "a": set it to 4400.', 'HOST is "b": set it to 127.0.0.1.'] },
  { kind: 'port_taken', host: '127.0.0.1', port: 4400 },
  { kind: 'port_forbidden', host: '0.0.0.0', port: 80 },
  { kind: 'host_not_assignable', host: '192.0.2.1' },
  { kind: 'database_unreachable', address: 'db:5432', reason: 'first line\nsecond line' },
  { kind: 'database_not_trusted', address: 'db:5432', reason: 'self-signed certificate' },
  { kind: 'database_refuses_sign_in', address: 'db:5432', user: 'ada' },
  { kind: 'database_missing', address: 'db:5432', database: 'exams' },
  { kind: 'database_too_old', address: 'db:5432', version: '14.9', oldest: 15 },
  { kind: 'database_not_unicode', address: 'db:5432', encoding: 'SQL_ASCII' },
  { kind: 'database_forbids_tables', reason: 'permission denied for schema public' },
  { kind: 'database_newer', migration: '0099_later.sql' },
  { kind: 'migration_changed', migration: '0001_identity.sql' },
  { kind: 'migration_out_of_order', migration: '0003_a.sql', after: '0004_b.sql' },
  { kind: 'migration_failed', migration: '0003_a.sql', reason: 'syntax error' },
  { kind: 'folder_not_writable', folder: '/data', reason: 'EACCES' },
  { kind: 'folder_full', folder: '/data', neededMegabytes: 200 },
  { kind: 'folder_unreachable', folder: '/root/data', account: 'pyladder' },
  { kind: 'folder_in_use', folder: '/data', owner: 'process 12' },
  { kind: 'folder_of_other_version', folder: '/data', found: 'a database of PostgreSQL 17', wanted: 'PostgreSQL 18' },
  { kind: 'account_missing', account: 'pyladder', reason: 'there is no useradd here' },
  { kind: 'platform_unsupported', platform: 'freebsd-x64' },
  { kind: 'postgresql_failed', folder: '/data', reason: 'it ended with SIGSEGV' },
  {
    kind: 'practice_bank_refused',
    problems: ['pcep/functions.jsonl:3:1: This line is not JSON.', 'pcep/functions.jsonl:4:1: This line is not JSON.'],
  },
  { kind: 'key_file_unusable', file: '/keys/credentials.pem', reason: 'it is not there' },
  { kind: 'key_file_open', file: '/keys/credentials.pem', mode: '644' },
  { kind: 'ladder_refused', problems: ['ladder.yaml:7:15: `first` needs itself. Take it out.'] },
];

test.each(faults)('$kind is told in one line that ends as a sentence does', (fault) => {
  const line = describeFault(fault);
  expect(line).toMatch(/^[A-Z][^\n]+\.$/);
});

test('a supervisor may restart what passes by itself, and leaves alone what needs a person', () => {
  expect(exitCodeOf({ kind: 'database_unreachable', address: 'db', reason: '' })).toBe(75);
  expect(exitCodeOf({ kind: 'database_too_old', address: 'db', version: '14', oldest: 15 })).toBe(78);
});
