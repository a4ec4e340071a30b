import { spawnTied } from '../tied-child.ts';

/** Starts a long sleep, tied to this process by the given method, in the given folder; then waits to be killed. */
const [method, folder] = process.argv.slice(2);
if ((method !== 'kernel' && method !== 'watcher') || folder === undefined)
  throw new Error('Usage: tied-sleep.ts kernel|watcher FOLDER');
const child = spawnTied('sleep', ['1000'], { account: null, folder, deathSignal: 'SIGTERM' }, method);
child.once('spawn', () => process.stdout.write('started\n'));
