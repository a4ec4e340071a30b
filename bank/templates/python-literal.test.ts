import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { toPythonLiteral } from './python-literal.ts';

const literalOf = (yaml: string) => toPythonLiteral(parseDocument(yaml).contents);

test.each([
  ['1.0', '1.0'],
  ['1e3', '1e3'],
  ['007', '7'],
  ['0x1F', '31'],
  ['-3', '-3'],
  ['true', 'True'],
  ['null', 'None'],
  ['.inf', "float('inf')"],
  ['"1"', '"1"'],
  ['it\'s "so"', '"it\'s \\"so\\""'],
  ['"a\\nb"', '"a\\nb"'],
  ['[1, [2.50, x]]', '[1, [2.50, "x"]]'],
  ['{a: 1, 2: b}', '{"a": 1, 2: "b"}'],
])('a value is written in Python as its author wrote it in YAML: %s', (yaml, python) => {
  expect(literalOf(yaml)).toBe(python);
});
