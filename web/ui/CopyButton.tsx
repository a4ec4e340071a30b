import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { t } from '../messages/ui.ts';
import { Button } from './Button.tsx';
import type { ButtonLook } from './buttonClass.ts';
import styles from './CopyButton.module.css';
import { copyText } from './clipboard.ts';

export type CopyButtonProps = {
  /** What is copied; made when it is asked for. */
  text: () => string;
  children: string;
  look?: ButtonLook;
};

type Outcome = 'not-yet' | 'copied' | 'refused';

/** Puts a text onto the clipboard and says so; where the browser refuses, it says that too. */
export function CopyButton({ text, children, look = 'plain' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('not-yet');
  const copy = async () => setOutcome((await copyText(text())) ? 'copied' : 'refused');
  const Icon = outcome === 'copied' ? Check : Copy;
  return (
    <span className={styles.copy}>
      <Button look={look} onPress={() => void copy()}>
        <Icon aria-hidden="true" size={18} /> {children}
      </Button>
      <span role="status" className={styles.outcome}>
        {outcome !== 'not-yet' && t(`copy.${outcome}`)}
      </span>
    </span>
  );
}
