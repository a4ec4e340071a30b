import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../messages/ui.ts';
import styles from './Notice.module.css';

export type NoticeTone = 'info' | 'right' | 'wrong';

const ICONS = { info: Info, right: CircleCheck, wrong: CircleAlert };

export type NoticeProps = {
  tone: NoticeTone;
  title?: string;
  children: ReactNode;
  /** `announced` is read out when it appears; `silent` was there from the start. */
  voice?: 'announced' | 'silent';
};

/** A short word about what happened. Its tone is told by icon and word, never by colour alone. */
export function Notice({ tone, title, children, voice = 'silent' }: NoticeProps) {
  const Icon = ICONS[tone];
  const role = voice === 'silent' ? undefined : tone === 'wrong' ? 'alert' : 'status';
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <Icon aria-hidden="true" size={22} />
      <div>
        <span className="for-screen-readers">{t(`notice.${tone}`)}: </span>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        <div className={styles.words}>{children}</div>
      </div>
    </div>
  );
}
