import { isNativeNeed, type NativeMachine, type NativeNeed } from '@pyladder/python/native';
import type { Template } from '../templates/template.ts';

/** What a template, or an item of its scenario, needs that only CPython on the machine itself has; none: it runs in Pyodide. */
export function nativeNeedsOf(template: Pick<Template, 'needs' | 'members'>): NativeNeed[] {
  const own = template.needs.filter(isNativeNeed);
  return [...new Set([...own, ...template.members.flatMap(nativeNeedsOf)])];
}

/** Debian packages that this machine lacks for these needs, each once; none if it can prove them. */
export function packagesLacking(needs: readonly NativeNeed[], { lacks }: Pick<NativeMachine, 'lacks'>): string[] {
  return [...new Set(lacks.filter(({ need }) => needs.includes(need)).flatMap(({ packages }) => packages))];
}

/** Whether this machine can prove a template itself. */
export function canProve(needs: readonly NativeNeed[], { proves }: Pick<NativeMachine, 'proves'>): boolean {
  return needs.every((need) => proves.includes(need));
}

const modulesOfNeed: Readonly<Record<NativeNeed, readonly string[]>> = {
  sqlite: ['sqlite3'],
  asyncio: ['asyncio'],
  threads: ['threading'],
  processes: ['multiprocessing', 'os', 'signal', 'subprocess'],
  sockets: ['http', 'select', 'smtplib', 'socket', 'socketserver', 'ssl', 'urllib', 'xmlrpc'],
  numpy: [],
  matplotlib: [],
  tkinter: ['tkinter'],
  mysql: [],
  pip: ['os', 'pathlib', 'subprocess'],
};

/** Modules of the standard library that a program may reach for because its template has these needs. */
export function modulesWithin(needs: readonly NativeNeed[]): ReadonlySet<string> {
  return new Set(needs.flatMap((need) => modulesOfNeed[need]));
}
