import { Award } from 'lucide-react';
import { type CSSProperties, useState } from 'react';
import { t } from '../../messages/standing.ts';
import { inkOf, type RungTone } from '../ladder/tones.ts';
import styles from './BadgePicture.module.css';

export type BadgePictureProps = {
  short: string;
  tone: RungTone;
  /** Where the picture lies; null for a credential whose picture is no longer given out. */
  address: string | null;
  size: 'large' | 'small';
};

/** A credential's badge; a plain seal where its picture is not to be had. */
export function BadgePicture({ short, tone, address, size }: BadgePictureProps) {
  const [missing, setMissing] = useState<string | null>(null);
  if (address !== null && address !== missing) {
    return (
      <img
        className={styles.badge}
        data-size={size}
        src={address}
        alt={t('badge.alt', { short })}
        width={320}
        height={320}
        onError={() => setMissing(address)}
      />
    );
  }
  return (
    <div className={styles.seal} data-size={size} style={{ '--tone': inkOf(tone) } as CSSProperties} aria-hidden="true">
      <Award strokeWidth={1.5} />
      <span>{short}</span>
    </div>
  );
}
