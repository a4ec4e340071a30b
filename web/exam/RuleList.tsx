import type { ExamRules } from '@pyladder/contract';
import { CloudOff, Flag, type LucideIcon, RotateCcw, Scale, ShieldCheck, Timer } from 'lucide-react';
import { t } from '../messages/exams.ts';
import { formatShare } from '../messages/formats.ts';
import styles from './RulesPage.module.css';

type Point = 'clock' | 'points' | 'partial' | 'move' | 'offline';

const POINTS: readonly [name: Point, icon: LucideIcon][] = [
  ['clock', Timer],
  ['points', Scale],
  ['partial', Scale],
  ['move', Flag],
  ['offline', CloudOff],
];
/** What a part of the point is given for, one way of answering after the other. */
const SHARES = ['choice', 'choices', 'slots', 'order'] as const;

/** The rules as facts first, then what each means while one sits there. */
export function RuleList({ rules, exam }: { rules: ExamRules; exam: string }) {
  const { purpose, items, minutes, yourMinutes, passMark, pointsToPass, retakeDays, partialCredit } = rules;
  const values = { exam, items, minutes: yourMinutes, pointsToPass, days: retakeDays };
  const points = POINTS.filter(([name]) => name !== (partialCredit ? 'points' : 'partial'));
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{t('rules.fact.questions')}</dt>
          <dd>{items}</dd>
        </div>
        <div>
          <dt>{yourMinutes === minutes ? t('rules.fact.minutes') : t('rules.fact.yourMinutes', { minutes })}</dt>
          <dd>{yourMinutes}</dd>
        </div>
        <div>
          <dt>{t('rules.fact.pass', { share: formatShare(passMark) })}</dt>
          <dd>{t('rules.fact.passPoints', { pointsToPass, items })}</dd>
        </div>
        <div>
          <dt>{t(`rules.fact.retake.${purpose}`)}</dt>
          <dd>{purpose === 'mock' ? t('rules.fact.anytime') : t('rules.fact.days', { days: retakeDays })}</dd>
        </div>
      </dl>
      <ul className={styles.points}>
        {points.map(([name, Icon]) => (
          <li key={name}>
            <Icon aria-hidden="true" size={22} />
            <div>
              <strong>{t(`rules.${name}.title`, values)}</strong>
              {t(`rules.${name}.words`, values)}
              {name === 'partial' && (
                <ul className={styles.shares}>
                  {SHARES.map((way) => (
                    <li key={way}>{t(`rules.partial.${way}`)}</li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        ))}
        <li>
          <RotateCcw aria-hidden="true" size={22} />
          <div>
            <strong>{t(`rules.after.title.${purpose}`, values)}</strong>
            {t(`rules.after.words.${purpose}`, values)}
          </div>
        </li>
        {purpose === 'real' && (
          <li>
            <ShieldCheck aria-hidden="true" size={22} />
            <div>
              <strong>{t('rules.honest.title')}</strong>
              {t('rules.honest.words')}
            </div>
          </li>
        )}
      </ul>
    </>
  );
}
