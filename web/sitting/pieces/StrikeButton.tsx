import { t } from '../words.ts';
import styles from './Options.module.css';

export type StrikeButtonProps = { number: number; isStruck: boolean; isDisabled: boolean; toggle: () => void };

/** Strikes an option out, or brings it back. */
export function StrikeButton({ number, isStruck, isDisabled, toggle }: StrikeButtonProps) {
  const words = t(isStruck ? 'options.unstrike' : 'options.strike', { number });
  return (
    <button
      type="button"
      className={styles.strike}
      aria-label={words}
      title={words}
      disabled={isDisabled}
      onClick={toggle}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        {isStruck ? (
          <path d="M4 10h10a5 5 0 0 1 0 10H9M8 6l-4 4 4 4" />
        ) : (
          <path d="M4 12h16M16 6.500C15.300 5 13.800 4 12 4 9.500 4 7.800 5.500 7.800 7.500 7.800 9.500 9.200 10.800 12 12M7.500 17c.7 1.800 2.300 3 4.500 3 2.600 0 4.300-1.500 4.300-3.500" />
        )}
      </svg>
    </button>
  );
}
