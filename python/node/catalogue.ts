import { loadPyodide } from './pyodide.ts';
import { mountPoint, mountSources } from './sources.ts';

/** The catalogue of misconceptions as the Python modules have it, as a JSON text. */
export async function readCatalogue(): Promise<string> {
  const pyodide = await loadPyodide('3.14', 0);
  mountSources(pyodide.FS);
  const catalogue = pyodide.runPython(
    `import sys\nsys.path.insert(0, '${mountPoint}')\nimport runner.catalogue\nrunner.catalogue.catalogue`,
  );
  return catalogue();
}
