/** Types in which a signed document can be had, the usual one first. */
const JSON_TYPES = ['application/json', 'application/vc', 'application/ld+json', 'application/vc+ld+json'];
const PAGE_TYPES = ['text/html', 'application/xhtml+xml'];

/**
 * The type in which a caller wants a document rather than a page about it, or null if a page is as welcome: browsers
 * name pages, programs name JSON, and who names nothing may be a person or the preview of a link.
 *
 * @see RFC 9110 section 12.5.1 (Accept)
 */
export function wantedJsonType(accept: string | undefined): string | null {
  const ranges = (accept ?? '').slice(0, 2000).split(',').map(readRange);
  const weightOf = (types: readonly string[]) =>
    Math.max(0, ...ranges.filter(({ type }) => types.includes(type)).map(({ weight }) => weight));
  const jsonWeight = weightOf(JSON_TYPES);
  if (jsonWeight === 0 || jsonWeight < weightOf(PAGE_TYPES)) return null;
  const best = ranges.find(({ type, weight }) => JSON_TYPES.includes(type) && weight === jsonWeight);
  return best?.type ?? null;
}

/** As {@link wantedJsonType}, where there is no page. */
export function jsonTypeFor(accept: string | undefined): string {
  return wantedJsonType(accept) ?? 'application/json';
}

function readRange(range: string): { type: string; weight: number } {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const given = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const weight = given === undefined ? 1 : Number(given);
  return { type, weight: weight >= 0 && weight <= 1 ? weight : 0 };
}
