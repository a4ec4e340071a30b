import type { Item } from '@pyladder/exam';
import { useEffect, useState } from 'react';
import { Notice } from '../ui/Notice.tsx';
import { ThemeSwitch } from '../ui/ThemeSwitch.tsx';
import { PreviewItem } from './PreviewItem.tsx';
import styles from './PreviewPage.module.css';
import { ProblemList } from './ProblemList.tsx';
import type { Preview } from './preview.ts';
import { type Seen, Steps } from './Steps.tsx';
import { usePreview } from './usePreview.ts';
import { viewItem } from './viewItem.ts';
import { t } from './words.ts';

/** A template as candidates see it, variant by variant, with what is wrong in it; it follows every save. */
export function PreviewPage() {
  const { preview, isConnected } = usePreview();
  const [variant, setVariant] = useState(0);
  const [seen, setSeen] = useState<Seen>('question');
  const title = preview?.template?.id ?? preview?.file ?? '';
  useEffect(() => {
    document.title = title === '' ? t('title') : t('tab', { title });
  }, [title]);
  if (preview === null) return <p className={styles.page}>{t('stage.building')}</p>;
  const { template, variants, problems, stage, beliefs, file } = preview;
  // A save may leave fewer variants.
  const index = Math.max(0, Math.min(variant, variants.length - 1));
  const items = variants[index] ?? [];
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          <p className={styles.place}>
            {template !== null && placeWords(template)} <span>{file}</span>
          </p>
        </div>
        <p role="status" className={styles.state}>
          {isConnected && t(`stage.${stage}`)}
        </p>
      </header>
      {!isConnected && (
        <Notice tone="wrong" voice="announced">
          {t('ended')}
        </Notice>
      )}
      {problems.length > 0 && <ProblemList problems={problems} />}
      {variants.length > 0 && (
        <Steps
          index={index}
          count={variants.length}
          wanted={template?.wanted ?? variants.length}
          step={setVariant}
          seen={seen}
          show={setSeen}
        />
      )}
      <main className={styles.items} aria-busy={stage === 'building'}>
        {items.map((item, position) => (
          <PreviewItem
            key={shownBy(item)}
            item={item}
            view={viewItem(item, { template, beliefs, position })}
            isDebrief={seen === 'debrief'}
          />
        ))}
        {variants.length === 0 && stage === 'done' && problems.length === 0 && <p>{t('nothing')}</p>}
      </main>
      <footer className={styles.foot}>
        <ThemeSwitch />
      </footer>
    </div>
  );
}

function placeWords({ section, objective, pool }: NonNullable<Preview['template']>): string {
  return t('place', { section, objective, pool });
}

/** What a candidate sees of an item: as long as that stays, so does the author's answer. */
function shownBy({ stem, code, stdin, options }: Item): string {
  return JSON.stringify([stem, code, stdin, ...options.map(({ text }) => text)]);
}
