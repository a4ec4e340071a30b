#!/usr/bin/env node
// Pyladder's source is TypeScript that Node 24 runs as it is. An older Node hands over to the
// Node 24 that `npm install` put beside it, so that `npx pyladder` works on both.
import { spawn } from 'node:child_process';
import module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const main = new URL('../main.ts', import.meta.url);
if (Number(process.versions.node.split('.')[0]) >= 24) {
  // Some five hundred files need not be stripped of their types each time. Not in the machine's shared temporary folder,
  // where others could put something in their place; where it cannot be written, nothing is kept.
  module.enableCompileCache(fileURLToPath(new URL('../.cache/compiled', import.meta.url)));
  await import(main.href);
} else {
  const node = createRequire(import.meta.url).resolve('node/bin/node');
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 130;
  });
}
