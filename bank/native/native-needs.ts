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
