// @vitest-environment node
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';

const sitting = fileURLToPath(new URL('../..', import.meta.url));
const catalogue = JSON.parse(readFileSync(join(sitting, '../messages/room.en.json'), 'utf8')) as Record<string, string>;
const sources = globSync('**/*.{ts,tsx}', { cwd: sitting, exclude: ['testing/**', '**/*.test.*'] })
  .map((file) => readFileSync(join(sitting, file), 'utf8'))
  .join('\n');

/** Ids in quotes, and patterns of those that are put together while the page runs. */
const quoted = new Set([...sources.matchAll(/'([\w.-]+)'/g)].map(([, id]) => id));
const composed = [...sources.matchAll(/`([\w.-]*\$\{[^`]*)`/g)].map(
  ([, id = '']) =>
    new RegExp(
      `^${id
        .split(/\$\{[^}]*\}/)
        .map((part) => part.replaceAll('.', '\\.'))
        .join('[\\w-]+')}$`,
    ),
);

test('every message of the room can be said', () => {
  for (const [id, message] of Object.entries(catalogue)) {
    expect(() => new IntlMessageFormat(message, 'en-GB'), id).not.toThrow();
  }
});

test('no message of the room is left over that nobody says', () => {
  const unsaid = Object.keys(catalogue).filter((id) => !quoted.has(id) && !composed.some((ids) => ids.test(id)));
  expect(unsaid).toEqual([]);
});
