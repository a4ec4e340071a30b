export type JsonRecord = Readonly<Record<string, unknown>>;
/** True of a JSON object. */
export declare function isRecord(value: unknown): value is JsonRecord;
/** JSON-LD writes a set of one as the thing itself, and a set of none as nothing. */
export declare function listOf(value: unknown): readonly unknown[];
export declare function textOf(value: unknown): string | null;
