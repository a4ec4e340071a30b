import { PublicReason } from '@pyladder/contract';
import { useId } from 'react';
import { formatDay } from '../../messages/formats.ts';
import { explainReason, t as standingWords } from '../../messages/standing.ts';
import { t } from '../words.ts';
import styles from './ReasonChoice.module.css';

export type ReasonChoiceProps = {
  act: 'suspend' | 'revoke';
  chosen: PublicReason | null;
  choose: (reason: PublicReason) => void;
  /** What is wrong, or null. */
  error: string | null;
};

/** Why, as everybody may know it, and the very line that everybody will read. */
export function ReasonChoice({ act, chosen, choose, error }: ReasonChoiceProps) {
  const id = useId();
  return (
    <fieldset className={styles.reasons} aria-describedby={`${id}-seen ${id}-error`}>
      <legend>{t('act.publicReason')}</legend>
      {PublicReason.options.map((reason) => (
        <label key={reason}>
          <input
            type="radio"
            name="public-reason"
            value={reason}
            checked={reason === chosen}
            aria-invalid={error !== null}
            onChange={() => choose(reason)}
          />
          <span>{explainReason(reason)}</span>
        </label>
      ))}
      <p id={`${id}-error`} className={styles.error}>
        {error}
      </p>
      <p id={`${id}-seen`} className={styles.seen} aria-live="polite">
        {chosen === null ? t('act.publicReason.hint') : t('act.publicReason.seen', { line: lineOf(act, chosen) })}
      </p>
    </fieldset>
  );
}

function lineOf(act: 'suspend' | 'revoke', chosen: PublicReason): string {
  const values = { day: formatDay(new Date().toISOString()), reason: explainReason(chosen) };
  return act === 'suspend' ? standingWords('suspended.since', values) : standingWords('revoked.since', values);
}
