import { CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../messages/ui.ts';
import { buttonClass } from './buttonClass.ts';
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

type StateProps = {
  /** A page's main heading, where the state is all of the page; otherwise a lesser one. */
  heading?: (title: string) => ReactNode;
  retry?: () => void;
};

const lesserHeading = (title: string) => <h2>{title}</h2>;

/** A fault of ours, with a way to try again, or a way on. */
export function Failed({
  words,
  heading = lesserHeading,
  retry,
  action,
}: StateProps & { words?: string; action?: ReactNode }) {
  return (
    <div className={styles.state} role="alert">
      <TriangleAlert aria-hidden="true" size={28} />
      {heading(t('failed.title'))}
      <p>{words ?? t('failed.words')}</p>
      {retry !== undefined && <Retry retry={retry} />}
      {action}
    </div>
  );
}

/** No network, and nothing kept to show instead. */
export function Offline({ heading = lesserHeading, retry }: StateProps) {
  return (
    <div className={styles.state} role="status">
      <CloudOff aria-hidden="true" size={28} />
      {heading(t('offline.title'))}
      <p>{t('offline.words')}</p>
      {retry !== undefined && <Retry retry={retry} />}
    </div>
  );
}

/** An ordinary button: every page carries this one, and none waits for it. */
function Retry({ retry }: { retry: () => void }) {
  return (
    <button type="button" className={buttonClass()} onClick={retry}>
      {t('failed.again')}
    </button>
  );
}
