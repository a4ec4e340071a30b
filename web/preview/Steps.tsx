import { ArrowLeft, ArrowRight } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import styles from './Steps.module.css';
import { t } from './words.ts';

/** What is shown of a variant: as in the exam, or as afterwards. */
const SIGHTS = ['question', 'debrief'] as const;
export type Seen = (typeof SIGHTS)[number];

export type StepsProps = {
  /** From 0. */
  index: number;
  count: number;
  /** How many the template asks for. */
  wanted: number;
  step: (index: number) => void;
  seen: Seen;
  show: (seen: Seen) => void;
};

/** From variant to variant, and between the question and its debrief. */
export function Steps({ index, count, wanted, step, seen, show }: StepsProps) {
  return (
    <nav aria-label={t('steps')} className={styles.steps}>
      <div className={styles.variants}>
        <Button onPress={() => step(index - 1)} isDisabled={index === 0}>
          <ArrowLeft aria-hidden="true" size={18} /> {t('previous')}
        </Button>
        <p aria-live="polite">
          {t('variant', { number: index + 1, count })}
          {count < wanted && <span>{t('wanted', { wanted })}</span>}
        </p>
        <Button onPress={() => step(index + 1)} isDisabled={index + 1 >= count}>
          {t('next')} <ArrowRight aria-hidden="true" size={18} />
        </Button>
      </div>
      <ChoiceRow
        label={t('seen')}
        name="seen"
        choices={SIGHTS}
        chosen={seen}
        choose={show}
        wordsOf={(sight) => t(`seen.${sight}`)}
      />
    </nav>
  );
}
