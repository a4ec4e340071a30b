import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonFault, parseStrictJson } from './strict-json.ts';

function faultOf(text: string, limits = {}): JsonFault {
  try {
    parseStrictJson(text, limits);
  } catch (error) {
    if (error instanceof JsonFault) return error;
    throw error;
  }
  throw new Error(`was read: ${text.slice(0, 80)}`);
}

/** What the platform's own reader says, as an outcome to compare. */
function platformReading(text: string): { value: unknown } | 'refused' {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return 'refused';
  }
}

function strictReading(text: string): { value: unknown } | 'refused' {
  try {
    return { value: parseStrictJson(text) };
  } catch (error) {
    if (error instanceof JsonFault) return 'refused';
    throw error;
  }
}

const wellFormedJson = fc.json({ stringUnit: 'binary', maxDepth: 6 }).filter((text) => !text.includes('__proto__'));

describe('what it reads', () => {
  test('a credential reads the same here as in every other JSON reader', () => {
    fc.assert(
      fc.property(wellFormedJson, (text) => {
        const { value } = platformReading(text) as { value: unknown };
        fc.pre(!/\d{16}/.test(text));
        expect(parseStrictJson(text)).toEqual(value);
      }),
    );
  });

  test('no text is taken for JSON that the platform refuses, whatever a forger changes in it', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom('', ...'{}[]",:\\u0e+-. \n\u0000tfn')), { maxLength: 3 });
    fc.assert(
      fc.property(wellFormedJson, edits, (text, changes) => {
        let changed = text;
        for (const [place, character] of changes) {
          const at = place % (changed.length + 1);
          changed = changed.slice(0, at) + character + changed.slice(at + 1);
        }
        const strict = strictReading(changed);
        if (strict !== 'refused') expect(strict).toEqual(platformReading(changed));
      }),
      { numRuns: 1000 },
    );
  });

  test('one byte order mark, which some editors add, does not spoil a file; two do', () => {
    expect(parseStrictJson('\uFEFF{"a":1}')).toEqual({ a: 1 });
    expect(faultOf('\uFEFF\uFEFF{"a":1}').code).toBe('not_json');
  });

  test('a number comes out as it was given, and one that cannot is refused instead of rounded', () => {
    expect(parseStrictJson('[0, -0, 1.5e3, 9007199254740991, -9007199254740991]')).toEqual([
      0, -0, 1500, 9007199254740991, -9007199254740991,
    ]);
    for (const text of ['9007199254740992', '-9007199254740993', '1e999', '[1,12345678901234567890]']) {
      expect(faultOf(text).code).toBe('number_not_exact');
    }
  });

  test('escapes mean what they mean elsewhere', () => {
    expect(parseStrictJson(String.raw`"\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00\u007f"`)).toBe('"\\/\b\f\n\r\té😀\u007f');
  });
});

describe('what readers would differ on', () => {
  test('a key given twice is refused, so that nobody signs one issuer and shows another', () => {
    const fault = faultOf('{"issuer": "did:web:a",\n "issuer": "did:web:b"}');
    expect(fault).toMatchObject({ code: 'duplicate_key', line: 2, column: 2, detail: { key: 'issuer' } });
  });

  test('a key given twice in disguise is still given twice', () => {
    expect(faultOf(String.raw`{"name": 1, "n\u0061me": 2}`).code).toBe('duplicate_key');
    expect(faultOf(String.raw`{"a/b": 1, "a\/b": 2}`).code).toBe('duplicate_key');
  });

  test('keys that look alike but are not the same text are both kept', () => {
    expect(parseStrictJson('{"\u00e9": 1, "e\u0301": 2}')).toEqual({ '\u00e9': 1, 'e\u0301': 2 });
  });

  test('a key that JavaScript inherits is a key like any other, but __proto__ is refused', () => {
    expect(Object.keys(parseStrictJson('{"constructor": 1, "toString": 2, "hasOwnProperty": 3}') as object)).toEqual([
      'constructor',
      'toString',
      'hasOwnProperty',
    ]);
    expect(faultOf('{"a": {"__proto__": {"isDemo": false}}}').code).toBe('key_not_allowed');
    expect(faultOf(String.raw`{"__pr\u006fto__": 1}`).code).toBe('key_not_allowed');
  });

  test('half of a character is refused, written plainly or escaped', () => {
    expect(faultOf('{"a": "\uD800"}')).toMatchObject({ code: 'lone_surrogate', column: 8 });
    expect(faultOf(String.raw`{"a": "\uDC00\uD800"}`).code).toBe('lone_surrogate');
    expect(faultOf('\uDFFF').code).toBe('lone_surrogate');
  });

  test.each(['', ' ', '{', '{"a"}', '{"a":}', '{"a":1,}', '[1,]', '[1 2]', '{a:1}', "{'a':1}", '01', '1.', '.5', '+1'])(
    'what only lenient readers take is refused: %s',
    (text) => {
      expect(faultOf(text).code).toBe('not_json');
    },
  );

  test.each([
    'NaN',
    'Infinity',
    'tru',
    'nulll',
    '"a',
    '"\n"',
    '"\\x41"',
    '"\\u12g4"',
    '{} {}',
    '{}//',
    '\u00a0{}',
    '{}\0',
  ])('what is not JSON is refused: %j', (text) => {
    expect(faultOf(text).code).toBe('not_json');
  });

  test('the fault says where it is, in lines and columns', () => {
    expect(faultOf('{\n  "a": 1,\n  "b": tru\n}')).toMatchObject({ line: 3, column: 8 });
  });
});

describe('bounds', () => {
  test('a text nested a hundred thousand deep is refused before it can exhaust anything', () => {
    for (const [open, rest] of [
      ['[', ''],
      ['{"a":', ''],
    ] as const) {
      expect(faultOf(open.repeat(100_000) + rest).code).toBe('too_deep');
    }
    expect(parseStrictJson('[[[]]]', { depth: 3 })).toEqual([[[]]]);
    expect(faultOf('[[[[]]]]', { depth: 3 }).code).toBe('too_deep');
  });

  test('a text over the limit is not read at all; the limit counts bytes, not characters', () => {
    expect(faultOf(`"${'a'.repeat(1024 * 1024)}"`).code).toBe('too_large');
    expect(parseStrictJson('"éé"', { bytes: 6 })).toBe('éé');
    expect(faultOf('"éé"', { bytes: 5 }).code).toBe('too_large');
  });

  test('a string of half a million escapes is read', () => {
    expect(parseStrictJson(`"${'\\n'.repeat(500_000)}"`)).toBe('\n'.repeat(500_000));
  });
});
