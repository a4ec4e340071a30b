import type { MimickedBelief } from '@pyladder/contract';
import type { Parting } from '@pyladder/python/answers';
import { useState } from 'react';
import { t } from '../messages/proofs.ts';
import { PartingStep } from '../results/PartingStep.tsx';
import { PrintedText } from '../ui/PrintedText.tsx';
import { Prose } from '../ui/Prose.tsx';
import styles from './BeliefAnswer.module.css';
import type { Fate } from './fates.ts';

export type BeliefAnswerProps = {
  belief: MimickedBelief;
  fate: Fate;
  /** From 1. */
  number: number;
  /** Finds where it parts from Python; null while that cannot be asked. */
  follow: ((beliefId: string) => Promise<Parting | null>) | null;
};

/** What somebody who holds the belief answers, what becomes of that answer, and what is so instead. */
export function BeliefAnswer({ belief: { id, belief, correction }, fate, number, follow }: BeliefAnswerProps) {
  const differs = fate.kind === 'option' || fate.kind === 'same' || fate.kind === 'alike';
  return (
    <li className={styles.belief} data-fate={fate.kind}>
      <h5>
        <span>{t('question.number', { number })}</span>
        <Prose text={t('beliefs.who', { belief })} />
      </h5>
      {'text' in fate && <PrintedText text={fate.text} />}
      <p className={styles.fate}>{fateWords(fate)}</p>
      <details>
        <summary>{t('beliefs.correction')}</summary>
        <p>
          <Prose text={correction} />
        </p>
      </details>
      {differs && follow !== null && <PartingDetails find={() => follow(id)} />}
    </li>
  );
}

/** Both are followed step by step only when somebody wants to see it. */
function PartingDetails({ find }: { find: () => Promise<Parting | null> }) {
  const [found, setFound] = useState<Parting | 'none' | 'asked' | 'failed' | null>(null);
  return (
    <details
      onToggle={({ currentTarget: { open } }) => {
        // What failed is tried again when it is unfolded again.
        if (!open || (found !== null && found !== 'failed')) return;
        setFound('asked');
        find().then(
          (parting) => setFound(parting ?? 'none'),
          () => setFound('failed'),
        );
      }}
    >
      <summary>{t('beliefs.parting')}</summary>
      {found === 'asked' && <p role="status">{t('beliefs.parting.running')}</p>}
      {found === 'none' && <p>{t('beliefs.parting.none')}</p>}
      {found === 'failed' && <p role="status">{t('beliefs.parting.failed')}</p>}
      {typeof found === 'object' && found !== null && <PartingStep parting={found} />}
    </details>
  );
}

function fateWords(fate: Fate): string {
  if (fate.kind === 'none') return t(`fate.none.${fate.why}`);
  return fate.kind === 'same' ? t('fate.same', { number: fate.as + 1 }) : t(`fate.${fate.kind}`);
}
