import { create } from 'qrcode';

/** A QR code as one path of squares of side 1; `side` counts them, with the four of quiet zone on either side. */
export type QrPath = { path: string; side: number };

const QUIET = 4;

/** The QR code that leads to an address. Level M: a seventh of it may be stained. */
export function drawQrCode(address: string): QrPath {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const isDark = (row: number, column: number) => column < modules.size && modules.get(row, column) === 1;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!isDark(row, column)) continue;
      const start = column;
      while (isDark(row, column + 1)) column += 1;
      path += `M${start + QUIET} ${row + QUIET}h${column + 1 - start}v1h${start - column - 1}Z`;
    }
  }
  return { path, side: modules.size + 2 * QUIET };
}
