import type { DebriefItem } from '@pyladder/contract';
import { t } from '../messages/exams.ts';
import { formatPart } from '../messages/formats.ts';
import { isPartlyRight } from './itemKey.ts';
import { judgeItem } from './judgeItem.ts';
import styles from './Reasons.module.css';

/** How the person fared, in a line, and what it earned where that is a part of the point. */
export function Verdict({ item }: { item: DebriefItem }) {
  const verdict = judgeItem(item);
  const isEvened = verdict === 'wrong' && item.partialCredit && item.options.some(({ key, chosen }) => key && chosen);
  const isLost = verdict === 'wrong' && !item.partialCredit && isPartlyRight(item);
  return (
    <div>
      <p className={styles.verdict}>{t(`verdict.${verdict}`)}</p>
      {verdict === 'part' && <p>{t('verdict.points', { points: formatPart(item.points) })}</p>}
      {isEvened && <p>{t('verdict.evened')}</p>}
      {isLost && <p>{t('verdict.whole')}</p>}
    </div>
  );
}
