import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Item } from '@pyladder/exam';
import type { BuildGo, BuildOrder, BuildReport } from './exam-build.protocol.ts';

/** The packs were refused: their authors have to change something, and building again would not help. */
export class PacksRefused extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'PacksRefused';
    this.problems = problems;
  }
}

/** The build came to nothing for a reason outside the packs: it may go well another time. */
export class BuildFailed extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'BuildFailed';
  }
}

export type ExamBuild = BuildOrder & {
  /** Asked with what the bank would be made of; false ends it there. */
  isWanted: (source: string) => Promise<boolean>;
  onProgress: (progress: { done: number; total: number }) => void;
  /** Told of templates that this machine cannot prove, with the reasons. */
  onLeftOut: (templates: readonly string[]) => void;
  signal: AbortSignal;
};

const LOWER_PRIORITY = 10;

/**
 * Builds the exam bank in a child process, so that its memory is given back and no item's code runs in this one.
 *
 * @returns the source and the items, or null if it was not wanted
 * @throws PacksRefused, BuildFailed, or the signal's reason
 */
export async function buildExamBank(build: ExamBuild): Promise<{ source: string; items: Item[] } | null> {
  const { ladderFolder, extraFolder, seed, isWanted, onProgress, onLeftOut, signal } = build;
  signal.throwIfAborted();
  const child = fork(join(import.meta.dirname, 'exam-build.child.ts'), {
    serialization: 'advanced',
    execArgv: [],
    // Nothing of ours: an environment may hold a database's password.
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = () => child.kill('SIGKILL');
  signal.addEventListener('abort', stop);
  try {
    return await new Promise((settle, fail) => {
      const items: Item[] = [];
      let source = '';
      const take = async (report: BuildReport) => {
        if (report.type === 'refused') return fail(new PacksRefused(report.problems));
        if (report.type === 'failed') return fail(new BuildFailed(report.reason));
        if (report.type === 'progress') return onProgress(report);
        if (report.type === 'left-out') return onLeftOut(report.templates);
        if (report.type === 'items') return void items.push(...report.items);
        if (report.type === 'done') return settle({ source, items });
        source = report.source;
        if (await isWanted(source)) child.send('build' satisfies BuildGo);
        else settle(null);
      };
      child.on('message', (report: BuildReport) => void take(report).catch(fail));
      child.on('error', (error) => fail(new BuildFailed(error.message)));
      child.on('exit', (code, killedBy) =>
        fail(signal.aborted ? signal.reason : new BuildFailed(`its process ended early (${killedBy ?? code})`)),
      );
      child.send({ ladderFolder, extraFolder, seed } satisfies BuildOrder);
      if (child.pid !== undefined) setPriority(child.pid, LOWER_PRIORITY);
    });
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}
