/** What stands before what a harness says itself, so that it is told from what the program printed. */
const mark = '\u001e';
const separator = '\u001f';

/** A program that runs another one line by line, as the interpreter does when one types: expressions show their value. */
export function sessionOf(source: string): string {
  return [
    'def _session(source, namespace):',
    '    import ast',
    '    for statement in ast.parse(source).body:',
    '        exec(compile(ast.Interactive([statement]), "program.py", "single"), namespace)',
    '',
    `_session(${pythonText(source)}, {"__name__": "__main__"})`,
  ].join('\n');
}

/** A program that runs another one and then tells an expression's value: how it is shown, how it is printed, its type. */
export function askValue(source: string, target: string): string {
  return [
    'def _value(source, target, namespace, show=print, repr=repr, str=str, type=type):',
    '    exec(compile(source, "program.py", "exec"), namespace)',
    '    value = eval(compile(target, "program.py", "eval"), namespace)',
    `    show("", repr(value), str(value), type(value).__name__, sep=${pythonText(separator)}, end=${pythonText(mark)})`,
    '',
    `_value(${pythonText(source)}, ${pythonText(target)}, {"__name__": "__main__"})`,
  ].join('\n');
}

/** What `askValue` told, apart from what the program printed before; null if it did not come so far. */
export function readValue(stdout: string): { printed: string; shown: string; text: string; type: string } | null {
  if (!stdout.endsWith(mark)) return null;
  const parts = stdout.slice(0, -1).split(separator);
  const [shown, text, type] = parts.slice(-3);
  if (parts.length < 4 || shown === undefined || text === undefined || type === undefined) return null;
  return { printed: parts.slice(0, -3).join(separator), shown, text, type };
}

/** A text as Python source. JSON's escapes are Python's, but for characters that come as two. */
function pythonText(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    /[\ud800-\udbff][\udc00-\udfff]/g,
    (pair) => `\\U${(pair.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
  );
}
