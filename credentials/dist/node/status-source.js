/** Status lists by address, each asked for once however many credentials are on it, and kept for a moment. */
export function createStatusSource({ get, freshMs, restMs, most }) {
    /** Longest unused first. */
    const entries = new Map();
    return (address) => {
        const known = entries.get(address);
        entries.delete(address);
        const entry = known !== undefined && known.until > performance.now() ? known : ask(address);
        entries.set(address, entry);
        const oldest = entries.keys().next();
        if (entries.size > most && !oldest.done)
            entries.delete(oldest.value);
        return entry.text;
    };
    function ask(address) {
        const entry = { text: get(address), until: Number.POSITIVE_INFINITY };
        const rest = (milliseconds) => {
            entry.until = performance.now() + milliseconds;
        };
        entry.text.then((text) => rest(text === null ? restMs : freshMs), () => rest(0));
        return entry;
    }
}
