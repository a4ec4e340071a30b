import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { startVitest, type TestModule } from 'vitest/node';
import { useBuiltLibrary } from './built-library.ts';
import { place, room } from './consumer.ts';
import { nameTest, type Outcome, tellError } from './outcomes.ts';

/** Arguments: a consumer's folder, where to write the outcomes, and the test files. */
const [consumer = '', report = '', ...files] = process.argv.slice(2);

const vitest = await startVitest(
  'test',
  [],
  {
    config: false,
    root: room,
    watch: false,
    include: files,
    testTimeout: 30_000,
    reporters: [],
    // One process for all, as they have one page in a browser.
    isolate: false,
    // Caches know a module by its text, and not by the package that it was sent to; nothing is left in the room, either.
    fsModuleCache: false,
    cache: false,
  },
  { plugins: [useBuiltLibrary((file) => ({ id: join(consumer, place, file) }))] },
);
const outcomes = vitest.state.getTestModules().flatMap(outcomesOf);
// What is thrown outside every test is nobody's, and yet a failure.
for (const error of vitest.state.getUnhandledErrors()) {
  outcomes.push({ name: 'outside every test', errors: [tellError(error as Error)] });
}
await writeFile(report, JSON.stringify(outcomes));
await vitest.close();
process.exitCode = 0;

/** A file that could not be loaded, or a group whose set-up failed, is told by its own name beside its tests. */
function outcomesOf(module: TestModule): Outcome[] {
  const file = relative(room, module.moduleId);
  const tests = [...module.children.allTests()].map((test) => {
    const { state, errors = [] } = test.result();
    const why = [state, ...errors.map(tellError)];
    return { name: nameTest(file, test.fullName), errors: state === 'passed' ? [] : why };
  });
  const broken = [module, ...module.children.allSuites()].flatMap((suite) => {
    const name = suite.type === 'suite' ? nameTest(file, suite.fullName) : file;
    const errors = suite.errors().map(tellError);
    return errors.length === 0 ? [] : [{ name, errors }];
  });
  return [...tests, ...broken];
}
