/** True of a JSON object. */
export function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** JSON-LD writes a set of one as the thing itself, and a set of none as nothing. */
export function listOf(value) {
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value) ? value : [value];
}
export function textOf(value) {
    return typeof value === 'string' ? value : null;
}
