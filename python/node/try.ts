// node python/node/try.ts [ID…] < program.py: shows what the program does, in Python and under misconceptions.
import { text } from 'node:stream/consumers';
import { misconceptions } from '../misconceptions.ts';
import { openPythonPool } from './pool.ts';

const ids = process.argv.slice(2);
const unknown = ids.filter((id) => !misconceptions.has(id));
if (unknown.length > 0) {
  console.error(`No such misconception: ${unknown.join(', ')}. There are ${[...misconceptions.keys()].join(', ')}.`);
  process.exitCode = 2;
} else {
  const code = await text(process.stdin);
  const pool = openPythonPool({ workers: 1 });
  console.log(await pool.run('3.14', 0, { code, stdin: '', misconceptions: [] }));
  console.log(await pool.run('3.14', 0, { code, stdin: '', misconceptions: ids }));
  await pool.close();
}
