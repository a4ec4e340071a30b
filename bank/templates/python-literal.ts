import { isMap, isScalar, isSeq, Scalar } from 'yaml';

/**
 * A YAML value as Python source, with numbers as they were written (`1.0` stays a float, `0x1F` its value).
 * A mapping becomes a dict, a list a list.
 */
export function toPythonLiteral(node: unknown): string {
  if (isSeq(node)) return `[${node.items.map(toPythonLiteral).join(', ')}]`;
  if (isMap(node))
    return `{${node.items.map((pair) => `${toPythonLiteral(pair.key)}: ${toPythonLiteral(pair.value)}`).join(', ')}}`;
  if (isScalar(node)) return scalarLiteral(node);
  return scalarLiteral(new Scalar(node));
}

function scalarLiteral({ value, source }: Scalar): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'number':
      if (!Number.isFinite(value)) return `float('${Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'}')`;
      return source !== undefined && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(source)
        ? stripZeros(source)
        : String(value);
    default:
      return 'None';
  }
}

/** Python refuses the leading zeros that YAML allows in whole numbers. */
function stripZeros(source: string): string {
  return source.replace(/^([-+]?)0+(?=\d)/, '$1');
}

/** JSON's escapes mean the same in Python; a lone half of a surrogate pair cannot come out of a UTF-8 file. */
function quote(text: string): string {
  return JSON.stringify(text);
}
