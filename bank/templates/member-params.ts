import type { Draw, Param } from './params.ts';

/** What the kind of a scenario's item varies by itself, under a name that no other item has. */
export function paramOfMember(param: Param, index: number): Param {
  return { ...param, name: `${prefixOf(index)}${param.name}` };
}

/** A scenario's draw as one of its items knows it. */
export function drawOfMember(draw: Draw, index: number): Draw {
  const prefix = prefixOf(index);
  return new Map([...draw].map(([name, value]) => [name.startsWith(prefix) ? name.slice(prefix.length) : name, value]));
}

function prefixOf(index: number): string {
  return `item ${index + 1}: `;
}
