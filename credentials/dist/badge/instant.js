const written = /^(-?\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
/** A moment as documents write it: whole seconds, UTC. */
export function writeInstant(moment) {
    return `${moment.toISOString().slice(0, 19)}Z`;
}
/**
 * The moment that an XML Schema dateTime means, or null if it means none (`2027-02-30T…`).
 * Without an offset it is UTC.
 *
 * @see https://www.w3.org/TR/vc-data-model-2.0/#representing-time
 */
export function readInstant(text) {
    if (typeof text !== 'string' || text.length > 64)
        return null;
    const [, year, month, day, hour, minute, second, , zone = 'Z'] = written.exec(text) ?? [];
    if (year === undefined || Number(year) < 0)
        return null;
    const local = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    // Date takes 30 February for 2 March; a date that reads back differently was none.
    if (Number.isNaN(local.getTime()) || writeInstant(local) !== `${year}-${month}-${day}T${hour}:${minute}:${second}Z`) {
        return null;
    }
    const offsetMinutes = minutesOf(zone);
    return offsetMinutes === null ? null : new Date(local.getTime() - offsetMinutes * 60_000);
}
function minutesOf(zone) {
    if (zone === 'Z')
        return 0;
    const hours = Number(zone.slice(1, 3));
    const minutes = Number(zone.slice(4));
    if (hours > 14 || minutes > 59)
        return null;
    return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
