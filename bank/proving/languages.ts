const otherTags =
  /^(?:js|javascript|jsx|ts|typescript|tsx|java|c|cpp|c\+\+|csharp|cs|c#|go|golang|rust|rb|ruby|php|perl|swift|kotlin|scala|r|sql|mysql|bash|sh|shell|zsh|powershell|html|xml|css|json|yaml|yml|haskell|hs|lua|dart|solidity|elixir|clojure|matlab|cmd|dockerfile|vb)$/;
const otherNames =
  /\b(?:JavaScript|TypeScript|Java|C\+\+|C#|C program\w*|PHP|Ruby|Perl|Rust|Golang|Kotlin|Swift|Scala|Haskell|MATLAB|Visual Basic|Node\.js|SQL|Bash)(?![\w+#])/;
const otherCode =
  /\bconsole\.log\b|\bSystem\.out\b|#include\b|\bprintf\s*\(\s*"|\bcout\s*<<|\bpublic\s+(?:static|class)\b|\b(?:let|const|var)\s+\w+\s*=|\bfunction\s*\w*\s*\(|=>|===|\becho\s|\$\w+\s*=|\bint\s+\w+\s*[=;(]|\bSELECT\b.*\bFROM\b|\bfn\s+main\b|\bfunc\s+\w+\(|\bputs\s/;
const pythonCode =
  /^\s*(?:def \w+\(.*\)\s*(?:->.*)?:|class \w+.*:|from \w+ import|import \w+|elif\b.*:|for \w.* in .*:|while .*:|if .*:|with .*:|try:|except.*:|lambda\b)|>>>|\bNone\b|\bTrue\b|\bFalse\b|\bin range\(/m;

/** Whether a block's language mark names another language than Python. */
export function isOtherTag(language: string | null): boolean {
  return language !== null && otherTags.test(language);
}

/** Whether words name another programming language, and not Python. */
export function namesOtherLanguage(words: string): boolean {
  return otherNames.test(words) && !/\bpython\b/i.test(words);
}

/** Whether code is plainly of another language. */
export function looksLikeOtherLanguage(code: string): boolean {
  return otherCode.test(code) && !/^\s*(?:def|import|from|class)\s.*:?$/m.test(code);
}

/** Whether code is plainly Python's. */
export function looksLikePython(code: string): boolean {
  return pythonCode.test(code);
}

/** Whether a line of a text is a print statement of Python 2, and no sentence that begins with the word. */
export function isOldPrint(text: string): boolean {
  return /^\s*(?:>>> ?)?print\s+(?:["'][^"']*["'].*|\w+\s*(?:[,+*/%[.-].*)?)$/m.test(text);
}
