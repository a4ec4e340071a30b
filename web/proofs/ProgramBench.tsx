import type { ProofProgram } from '@pyladder/contract';
import { useState } from 'react';
import { t } from '../messages/proofs.ts';
import styles from './ProgramBench.module.css';
import { ProgramTrial } from './ProgramTrial.tsx';

/** Programs of real items, one of which is on the bench. */
export function ProgramBench({ programs }: { programs: readonly ProofProgram[] }) {
  const [chosen, choose] = useState(programs[0]?.item);
  const program = programs.find(({ item }) => item === chosen) ?? programs[0];
  if (program === undefined) return null;
  return (
    <div className={styles.bench}>
      <label className={styles.choice}>
        <span>{t('bench.choose')}</span>
        <select value={program.item} onChange={(event) => choose(event.currentTarget.value)}>
          {programs.map(({ item, section, objective }) => (
            <option key={item} value={item}>
              {`${section}: ${objective}`}
            </option>
          ))}
        </select>
      </label>
      <ProgramTrial key={program.item} program={program} />
    </div>
  );
}
