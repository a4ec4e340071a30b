import { CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../messages/ui.ts';
import { Button } from './Button.tsx';
import styles from './States.module.css';

/** While something is fetched: still, in words, and shown only when it takes a moment. */
export function Loading({ what }: { what?: string }) {
  return (
    <div className={styles.loading} role="status">
      <LoaderCircle aria-hidden="true" size={24} />
      <p>{what === undefined ? t('loading') : t('loading.named', { what })}</p>
    </div>
  );
}

/** Nothing here yet: what would be here, and the way to it. */
export function Empty({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.state}>
      <h2>{title}</h2>
      <div>{children}</div>
      {action}
    </div>
  );
}

/** A fault of ours, with a way to try again. */
export function Failed({ words, retry }: { words?: string; retry?: () => void }) {
  return (
    <div className={styles.state} role="alert">
      <TriangleAlert aria-hidden="true" size={28} />
      <h2>{t('failed.title')}</h2>
      <p>{words ?? t('failed.words')}</p>
      {retry !== undefined && <Button onPress={retry}>{t('failed.again')}</Button>}
    </div>
  );
}

/** No network, and nothing kept to show instead. */
export function Offline({ retry }: { retry?: () => void }) {
  return (
    <div className={styles.state} role="status">
      <CloudOff aria-hidden="true" size={28} />
      <h2>{t('offline.title')}</h2>
      <p>{t('offline.words')}</p>
      {retry !== undefined && <Button onPress={retry}>{t('failed.again')}</Button>}
    </div>
  );
}
