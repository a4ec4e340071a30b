import { findNative, type NativeMachine } from '@pyladder/python/native';
import { type Problem, problemAt } from '../problem.ts';
import type { Template } from '../templates/template.ts';
import { nativeNeedsOf, packagesLacking } from './native-needs.ts';

/** What is said of a template that was taken on the word of its recorded proof. */
export function sayTrusted(template: Template, machine: NativeMachine = findNative()): string {
  return `${template.id} is taken on trust: ${reasonFor(template, machine)}`;
}

/** What is said of an exam template that is not in the bank of this machine. */
export function sayLeftOut(template: Template, machine: NativeMachine = findNative()): string {
  return `${template.id} is left out of the exam: ${reasonFor(template, machine)}`;
}

/** What is wrong with a template that this machine cannot prove and whose recorded proof is not of this text. */
export function unprovenProblem(template: Template, machine: NativeMachine = findNative()): Problem {
  const place = template.source.placeOf(['needs']);
  return problemAt(
    place,
    `The template cannot be proven here: ${reasonFor(template, machine)}`,
    remedyFor(template, machine),
  );
}

function reasonFor(template: Template, machine: NativeMachine): string {
  const needs = nativeNeedsOf(template).filter((need) => !machine.proves.includes(need));
  const lacking = packagesLacking(needs, machine);
  const why =
    lacking.length > 0 ? `Debian's ${lacking.join(', ')} missing here` : (machine.obstacle ?? 'not possible here');
  return `it needs ${needs.join(', ')} (${why.replace(/\.$/, '')}).`;
}

function remedyFor(template: Template, machine: NativeMachine): string {
  const lacking = packagesLacking(nativeNeedsOf(template), machine);
  if (lacking.length === 0) return 'Build it on Debian 12, where bubblewrap can make a sandbox, and commit its proof.';
  return `Install what is missing (sudo apt-get install ${lacking.join(' ')}), or build it where it is, and commit its proof.`;
}
