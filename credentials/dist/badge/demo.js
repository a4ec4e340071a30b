/** What the name of everything in a demo's credential begins with, so that no program can show it without. */
const mark = 'DEMO: ';
/** What a demo's credential says instead of attesting anything. */
export const demoNotice = 'Issued by a demonstration: nothing was examined, and this attests nothing.';
/** The tag by which programs know a demo's credential. */
export const demoTag = 'demo';
/** A name as a demo shows it. */
export function markDemo(name) {
    return `${mark}${name}`;
}
/** True of a name that {@link markDemo} made. */
export function isMarkedDemo(name) {
    return name.startsWith(mark);
}
