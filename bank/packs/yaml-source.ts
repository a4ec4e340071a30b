import { isCollection, isMap, isNode, isScalar, LineCounter, type Node, parseDocument, Scalar, visit } from 'yaml';
import { type Place, type Problem, problemAt } from '../problem.ts';

/** A way into nested data: keys of mappings and indexes of lists. */
export type YamlPath = readonly PropertyKey[];

/** A YAML file as data that remembers where each part stood. */
export type YamlSource = {
  file: string;
  /** The text as it was read. */
  text: string;
  value: unknown;
  /** The node at a path, or null. */
  nodeAt(path: YamlPath): Node | null;
  /** Where the value at a path begins; for what is not there, where its nearest parent begins. */
  placeOf(path: YamlPath): Place;
  /** Where the key of a mapping stands. */
  placeOfKey(path: YamlPath, key: string): Place;
  /** Where line `line` (from 1) of a block text (`|`) stands. */
  placeOfTextLine(path: YamlPath, line: number): Place;
};

/** Reads YAML 1.2 and says of every mistake where it is. Aliases are refused: they hide where a value comes from. */
export function parseYaml(file: string, text: string): YamlSource | Problem[] {
  const unseen = findUnseen(file, text);
  if (unseen !== null) return [unseen];
  try {
    return readDocument(file, text);
  } catch (error) {
    // What is inside of something is walked by functions that call themselves: their stack is used up.
    if (!(error instanceof RangeError)) throw error;
    return [tooDeep({ file, line: 1, column: 1 })];
  }
}

function tooDeep(place: Place): Problem {
  return problemAt(place, 'This is nested too deeply.', 'Write it flatter.');
}

/** Control characters, which YAML leaves out, and marks by which a line is shown in another order than it is read. */
function findUnseen(file: string, text: string): Problem | null {
  const found = /[\p{Cc}\u{202a}-\u{202e}\u{2066}-\u{2069}]/u.exec(text.replace(/[\t\n\r]/g, ' '));
  if (found === null) return null;
  const before = text.slice(0, found.index).split('\n');
  const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const code = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return problemAt(place, `Here is a character that nobody sees (U+${code}).`, 'Take it out.');
}

function readDocument(file: string, text: string): YamlSource | Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const exhausted = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (exhausted !== undefined) return [tooDeep(placeAt(exhausted.pos[0]))];
  if (document.errors.length > 0) {
    // After the first mistake in its grammar the parser only guesses; keys that stand twice are sure.
    const first = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
    return document.errors
      .filter((error) => error === first || error.code === 'DUPLICATE_KEY')
      .map((error) =>
        problemAt(placeAt(error.pos[0]), `This is not YAML: ${sentence(error.message)}`, remedyOf(error.code)),
      );
  }
  let alias: number | null = null;
  visit(document, {
    Alias: (_key, node) => {
      alias = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  if (alias !== null) {
    return [problemAt(placeAt(alias), 'This is a YAML alias.', 'Write the value out where it is used.')];
  }
  const nodeAt = (path: YamlPath): Node | null => nodeUnder(document.contents, path);
  const placeOf = (path: YamlPath): Place => {
    for (let length = path.length; length >= 0; length--) {
      const offset = nodeAt(path.slice(0, length))?.range?.[0];
      if (offset !== undefined) return placeAt(offset);
    }
    return placeAt(0);
  };
  return {
    file,
    text,
    value: document.toJS(),
    nodeAt,
    placeOf,
    placeOfKey: (path, key) => {
      const parent = nodeAt(path);
      const pair = isMap(parent)
        ? parent.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      return isScalar(pair?.key) && pair.key.range ? placeAt(pair.key.range[0]) : placeOf(path);
    },
    placeOfTextLine: (path, line) => {
      const node = nodeAt(path);
      const start = placeOf(path);
      const block = isScalar(node) && (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED);
      return block ? { file, line: start.line + line, column: 1 } : start;
    },
  };
}

function nodeUnder(root: unknown, path: YamlPath): Node | null {
  let node: unknown = root;
  for (const step of path) {
    if (!isCollection(node)) return null;
    node = node.get(step, true);
  }
  return isNode(node) ? node : null;
}

function sentence(message: string): string {
  const first = message.split('\n')[0]?.trim() ?? '';
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

function remedyOf(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'Keep one of the two.';
    case 'TAB_AS_INDENT':
      return 'Indent with spaces.';
    case 'BAD_INDENT':
      return 'Begin this line under the first letter of its neighbours.';
    default:
      return "Put text that holds {, }, [, ], : or # in 'quotes', or write it as a block after |.";
  }
}
