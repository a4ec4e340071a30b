import { posix } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dirname, join } from './paths.ts';

const names = fc.array(fc.constantFrom('..', '.', 'a', 'models', 'b.ts'), { minLength: 1, maxLength: 6 });
const paths = fc.tuple(fc.constantFrom('', '/'), names).map(([root, parts]) => `${root}${parts.join('/')}`);

test('tests find in a page the files that they find in Node', () => {
  fc.assert(
    fc.property(fc.array(paths, { minLength: 1, maxLength: 3 }), (parts) => {
      expect(join(...parts)).toBe(posix.join(...parts));
      for (const part of parts) expect(dirname(part)).toBe(posix.dirname(part));
    }),
  );
});
