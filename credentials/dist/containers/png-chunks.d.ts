import { ContainerFault } from './fault.ts';
/** One chunk of a PNG: its four letters, where it lies whole, and its content as a view into the file. */
export type PngChunk = {
    type: string;
    start: number;
    end: number;
    content: Uint8Array;
};
export declare function isPng(bytes: Uint8Array): boolean;
/**
 * The chunks of a PNG from IHDR to IEND, each with its CRC checked, nothing copied. What follows IEND is passed over,
 * as every program that shows PNGs does: it is not part of the image, and mail programs and phones leave things there.
 *
 * @throws ContainerFault png_broken, with `reason`
 * @see PNG (Third Edition), section 5
 */
export declare function readChunks(png: Uint8Array): Generator<PngChunk>;
/** @param reason stable, for whoever puts it into words */
export declare function broken(reason: string, chunk?: PngChunk): ContainerFault;
/** One chunk as it stands in a file: length, type, content, CRC. */
export declare function writeChunk(type: string, content: Uint8Array): Uint8Array;
