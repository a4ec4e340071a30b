import type { YamlPath, YamlSource } from './yaml-source.ts';

/**
 * A mapping inside a YAML file as a source of its own. What it does not say itself is looked for at
 * the top of the file, which it shares with its neighbours.
 */
export function partOfSource(source: YamlSource, base: YamlPath): YamlSource {
  const resolve = (path: YamlPath): YamlPath => {
    const [first] = path;
    const own = first === undefined ? base : [...base, first];
    const isShared = source.nodeAt(own) === null && first !== undefined && source.nodeAt([first]) !== null;
    return isShared ? path : [...base, ...path];
  };
  return {
    file: source.file,
    text: source.text,
    value: source.value,
    nodeAt: (path) => source.nodeAt(resolve(path)),
    placeOf: (path) => source.placeOf(resolve(path)),
    placeOfKey: (path, key) => source.placeOfKey(resolve(path), key),
    placeOfTextLine: (path, line) => source.placeOfTextLine(resolve(path), line),
  };
}
