import type { Sight } from './look.ts';
import type { Sentence } from './sentence.ts';
import { undecided, type Verdict } from './verdict.ts';

/** What a sandbox without network, threads and processes cannot run. */
const outOfReach: Record<string, string> = {
  asyncio: 'an event loop',
  ftplib: 'the network',
  http: 'the network',
  imaplib: 'the network',
  multiprocessing: 'processes',
  poplib: 'the network',
  select: 'the network',
  signal: 'processes',
  smtplib: 'the network',
  socket: 'the network',
  socketserver: 'the network',
  ssl: 'the network',
  subprocess: 'processes',
  threading: 'threads',
  tkinter: 'a window',
  urllib: 'the network',
  webbrowser: 'the network',
  xmlrpc: 'the network',
};

/** Why a program cannot be run here so that its output means something; null if it can. */
export function findObstacle(sight: Sight, words: string): Verdict | null {
  if (/\bpython\s*2(?:\.\d)?\b/i.test(words)) return undecided('python-2', 'it is about Python 2');
  if (
    sight.pythonTwo.length > 0 &&
    sight.pythonTwo.some((name) => !sight.binds.includes(name) && name !== 'reduce' && name !== 'cmp')
  ) {
    return undecided('python-2', `it uses ${sight.pythonTwo[0]}, which only Python 2 has`);
  }
  if (sight.unknownModules.length > 0)
    return undecided('needs-package', `it needs the package ${sight.unknownModules[0]}`);
  const reached = sight.reach.find((name) => name in outOfReach);
  if (reached !== undefined) return undecided('needs-machine', `it needs ${outOfReach[reached]} (${reached})`);
  if (sight.reads) return undecided('input-unknown', 'it reads input that the question does not give');
  return null;
}

/** Why a difference from the key may lie elsewhere than in the key; null if it can only lie there. */
export function findDoubt(sight: Sight, sentence: Sentence, fileIsTwo: boolean): Verdict | null {
  const { words } = sentence;
  if (sight.varies.length > 0) return undecided('may-vary', `${sight.varies[0]}`);
  if (sight.machine.length > 0) return undecided('needs-machine', `${sight.machine[0]} shows something of the machine`);
  if (sight.comparesIdentity) return undecided('may-vary', 'what `is` says of such values is up to the interpreter');
  if (sight.reach.some((name) => !['exec', 'eval', 'compile', '__import__', 'importlib'].includes(name))) {
    return undecided('needs-machine', `it uses ${sight.reach[0]}`);
  }
  if (fileIsTwo && (sight.divides || sight.otherwiseInTwo.length > 0)) {
    return undecided('python-2', 'the file holds code of Python 2, where this does something else');
  }
  if (sight.unbound.length > 0) return undecided('incomplete', `nothing gives ${sight.unbound[0]} a value`);
  if (
    /\b(?:assum|suppos|imagin|pretend)\w*|\bgiven (?:that|the|a|an)\b|\bif the (?:user|input|file)\b|\bwhen\s+\S+\s+(?:==?|is)\s/i.test(
      words.replace(/\bassum\w*\s+(?:that\s+)?(?:the\s+)?(?:code|program|following|python 3|standard)\b/gi, ' '),
    )
  ) {
    return undecided('incomplete', 'the question assumes something besides the program');
  }
  const place = /\b(?:above|previous|earlier|preceding|prior)\b/i.exec(words)?.index ?? -1;
  if (place >= 0 && !/⟦#?\d+⟧/.test(words.slice(0, place)) && /⟦#/.test(words)) {
    return undecided('incomplete', 'the question speaks of something that stands elsewhere');
  }
  return null;
}
