import { loadPyodide } from './pyodide.ts';
import { mountSources, readSources, sourcesFolder } from './sources.ts';

/** The catalogue of misconceptions as the Python modules have it, as a JSON text. */
export async function readCatalogue(): Promise<string> {
  const pyodide = await loadPyodide({ version: '3.14', hashSeed: 0 });
  mountSources(pyodide.FS, readSources());
  const catalogue = pyodide.runPython(
    `import sys\nsys.path.insert(0, '${sourcesFolder}')\nimport runner.catalogue\nrunner.catalogue.catalogue`,
  );
  return catalogue();
}
