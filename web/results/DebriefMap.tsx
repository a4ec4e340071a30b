import type { DebriefItem } from '@pyladder/contract';
import { Check, Contrast, Minus, X } from 'lucide-react';
import { t } from '../messages/exams.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import styles from './DebriefMap.module.css';
import { judgeItem } from './judgeItem.ts';

const ICONS = { right: Check, part: Contrast, wrong: X, unanswered: Minus };

export type DebriefMapProps = { sittingId: string; items: readonly DebriefItem[]; index: number };

/** All questions at a glance, each told right, missed or left out by a sign and in words. */
export function DebriefMap({ sittingId, items, index }: DebriefMapProps) {
  return (
    <nav aria-labelledby="all-questions" className={styles.map}>
      <h2 id="all-questions">{t('debrief.all')}</h2>
      <ol>
        {items.map((item, place) => {
          const verdict = judgeItem(item);
          const Icon = ICONS[verdict];
          return (
            <li key={item.position}>
              <SiteLink
                to="/results/$sittingId/debrief"
                params={{ sittingId }}
                search={{ question: place + 1 }}
                data-verdict={verdict}
                aria-current={place === index ? 'page' : undefined}
                aria-label={t(`debrief.map.${verdict}`, { number: place + 1 })}
              >
                {place + 1}
                <Icon aria-hidden="true" size={13} strokeWidth={3} />
              </SiteLink>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
