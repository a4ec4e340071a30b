/** A moment as documents write it: whole seconds, UTC. */
export declare function writeInstant(moment: Date): string;
/**
 * The moment that an XML Schema dateTime means, or null if it means none (`2027-02-30T…`).
 * Without an offset it is UTC.
 *
 * @see https://www.w3.org/TR/vc-data-model-2.0/#representing-time
 */
export declare function readInstant(text: unknown): Date | null;
