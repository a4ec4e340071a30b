import type { PagePythonView, ProofProgram } from '@pyladder/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Play, RotateCcw, Square } from 'lucide-react';
import { useState } from 'react';
import { t } from '../messages/proofs.ts';
import { Button } from '../ui/Button.tsx';
import { faultOf } from './fault.ts';
import { ProgramEditor } from './ProgramEditor.tsx';
import styles from './ProgramTrial.module.css';
import { PythonStatus } from './PythonStatus.tsx';
import { pagePythonQuery } from './queries.ts';
import { RecordedItem } from './RecordedItem.tsx';
import { RunResult } from './RunResult.tsx';
import { useBench } from './useBench.ts';

/** One program: change it, run it, see what Python and the beliefs make of it. */
export function ProgramTrial({ program }: { program: ProofProgram }) {
  const queries = useQueryClient();
  const { data } = useQuery(pagePythonQuery);
  const [code, setCode] = useState(program.code);
  const [stdin, setStdin] = useState(program.stdin);
  const [hasFailed, setFailed] = useState(false);
  const bench = useBench(program.beliefs, async (): Promise<PagePythonView> => {
    const { python } = await queries.ensureQueryData(pagePythonQuery);
    if (python === null) throw new Error('this site has no Python for pages');
    return python;
  });
  const { run, progress } = bench;
  const isRunning = progress !== null;
  const isStale = run !== null && (run.draft.code !== code || run.draft.stdin !== stdin);
  const isChanged = code !== program.code || stdin !== program.stdin;

  function start(): void {
    setFailed(false);
    bench.start({ code, stdin }).catch(() => {
      setFailed(true);
      // The files may have moved since the page was opened.
      void queries.invalidateQueries({ queryKey: pagePythonQuery.queryKey });
    });
  }
  function change(next: string): void {
    setCode(next);
    bench.prepare();
  }
  return (
    <div className={styles.trial}>
      <div className={styles.draft}>
        <ProgramEditor
          code={code}
          onChange={change}
          onRun={() => !isRunning && start()}
          fault={run === null || isStale ? null : faultOf(run.python)}
        />
        {program.stdin !== '' && (
          <label className={styles.typed}>
            <span>{t('bench.typed')}</span>
            <textarea
              rows={Math.max(1, stdin.trimEnd().split('\n').length)}
              value={stdin}
              spellCheck={false}
              maxLength={500}
              onChange={(event) => setStdin(event.currentTarget.value)}
            />
          </label>
        )}
        <div className={styles.actions}>
          <Button look="next" isPending={isRunning} onPress={start}>
            <Play aria-hidden="true" size={18} /> {t(isRunning ? 'bench.running' : 'bench.run')}
          </Button>
          {isRunning && bench.python.kind === 'ready' && (
            <Button onPress={bench.stop}>
              <Square aria-hidden="true" size={16} /> {t('bench.stop')}
            </Button>
          )}
          {isChanged && !isRunning && (
            <Button
              onPress={() => {
                setCode(program.code);
                setStdin(program.stdin);
              }}
            >
              <RotateCcw aria-hidden="true" size={18} /> {t('bench.reset')}
            </Button>
          )}
        </div>
        <PythonStatus
          state={bench.python}
          progress={progress}
          count={program.beliefs.length}
          view={data === undefined ? undefined : data.python}
          isDone={run?.state === 'done' && !isStale}
          hasFailed={hasFailed}
        />
      </div>
      {run === null ? (
        <RecordedItem program={program} />
      ) : (
        <RunResult run={run} beliefs={program.beliefs} isStale={isStale} follow={bench.follow} />
      )}
    </div>
  );
}
