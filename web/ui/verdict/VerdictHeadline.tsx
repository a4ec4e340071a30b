import {
  CircleCheck,
  CircleHelp,
  CircleSlash,
  CircleX,
  FileQuestion,
  FlaskConical,
  Hourglass,
  PauseCircle,
  WifiOff,
} from 'lucide-react';
import { t } from '../../messages/verdict.ts';
import { type Finding, type Shade, shadeOf, toneOf } from './finding.ts';
import styles from './VerdictHeadline.module.css';
import { explainChange, explainVerdict } from './words.ts';

const ICONS: Record<Shade, typeof CircleCheck> = {
  valid: CircleCheck,
  'valid-incomplete': WifiOff,
  'valid-demo': FlaskConical,
  expired: Hourglass,
  suspended: PauseCircle,
  revoked: CircleSlash,
  unknown_issuer: CircleHelp,
  forged: CircleX,
  not_understood: FileQuestion,
};

/** A verdict's icon, with words beside it wherever it stands. */
export function VerdictIcon({ shade, size }: { shade: Shade; size: number }) {
  const Icon = ICONS[shade];
  return <Icon aria-hidden="true" size={size} className={styles.icon} data-tone={toneOf(shade)} />;
}

/** The verdict as a headline, what it means in a sentence, and for what was withdrawn when and why. */
export function VerdictHeadline({ finding, name }: { finding: Finding; name: string }) {
  const shade = shadeOf(finding);
  const change = explainChange(finding);
  return (
    <header className={styles.verdict} data-tone={toneOf(shade)}>
      <VerdictIcon shade={shade} size={44} />
      <div className={styles.words}>
        <p className={styles.name}>{name}</p>
        <h2>{t(`verdict.${shade}`)}</h2>
        <p>{explainVerdict(finding)}</p>
        {change !== null && <p className={styles.change}>{change}</p>}
        {finding.replacedBy !== null && (
          <p>
            {t('change.replaced')} <a href={finding.replacedBy}>{t('change.replaced.link')}</a>
          </p>
        )}
      </div>
    </header>
  );
}
