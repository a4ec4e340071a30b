/** A4 across, in points; all places on the page are from its upper left corner. */
export const PAGE = { width: 841.89, height: 595.28 };

/** How far the frame lies from the edge. */
export const FRAME = 26;

/** Where the words stand, beside the ladder. */
export const COLUMN = { x: 264, width: 522 };
