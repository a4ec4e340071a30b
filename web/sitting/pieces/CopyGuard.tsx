import type { SittingView } from '@pyladder/contract';
import type { ReactNode } from 'react';
import { t } from '../words.ts';
import styles from './CopyGuard.module.css';

/** Around what a real exam keeps secret: there its code cannot be copied, and who tries is told why. */
export function CopyGuard({ purpose, children }: { purpose: SittingView['purpose']; children: ReactNode }) {
  if (purpose !== 'real') return <div className={styles.guarded}>{children}</div>;
  return (
    <div
      className={styles.guarded}
      onCopy={(event) => {
        event.preventDefault();
        event.clipboardData.setData('text/plain', t('code.secret'));
      }}
    >
      {children}
    </div>
  );
}
