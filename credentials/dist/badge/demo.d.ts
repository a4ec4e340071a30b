/** What a demo's credential says instead of attesting anything. */
export declare const demoNotice = "Issued by a demonstration: nothing was examined, and this attests nothing.";
/** The tag by which programs know a demo's credential. */
export declare const demoTag = "demo";
/** A name as a demo shows it. */
export declare function markDemo(name: string): string;
/** True of a name that {@link markDemo} made. */
export declare function isMarkedDemo(name: string): boolean;
