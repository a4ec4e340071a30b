import type { PythonPool } from '@pyladder/python/node';
import type { Template } from '../templates/template.ts';
import type { ItemPython } from '../tools/item-python.ts';
import type { LazyNative } from './lazy-native.ts';
import { canProve, nativeNeedsOf } from './native-needs.ts';
import { asPythonPool } from './native-pool.ts';

/** What the programs of a template run on: native Python where it needs that and this machine has it, otherwise the pool. */
export function pythonFor(
  template: Pick<Template, 'needs' | 'members'>,
  { python, native }: { python: PythonPool; native: LazyNative },
): ItemPython {
  const needs = nativeNeedsOf(template);
  if (needs.length === 0 || !canProve(needs, native.machine())) return python;
  return asPythonPool(native.open(), needs, python);
}
