import { writeFileSync } from 'node:fs';
import { SHEET, writeSheet } from './formula-sheet.ts';

writeFileSync(SHEET, writeSheet());
process.stdout.write('Written: psychometrics/FORMULAS.md\n');
