// node python/node/write-catalogue.ts: writes misconceptions/catalogue.json anew, after a change of the
// Python modules; `biome check --write python` then gives it the house's form.
import { writeFileSync } from 'node:fs';
import { readCatalogue } from './catalogue.ts';

writeFileSync(
  new URL('../misconceptions/catalogue.json', import.meta.url),
  `${JSON.stringify(JSON.parse(await readCatalogue()), null, 2)}\n`,
);
