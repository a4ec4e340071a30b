import { CodeBlock } from '../ui/CodeBlock.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Empty, Failed, Loading, Offline } from '../ui/States.tsx';
import { program } from './fixtures.ts';
import styles from './GalleryPage.module.css';
import { Specimen } from './Specimen.tsx';
import { t } from './words.ts';

function doNothing(): void {}

/** Notices, a program, and what stands in a page's place while something is missing. */
export function StateSpecimens() {
  return (
    <>
      <Specimen title={t('notices')}>
        <Notice tone="info">{t('notices.info')}</Notice>
        <Notice tone="right">{t('notices.right')}</Notice>
        <Notice tone="wrong" title={t('dialog.title')}>
          {t('notices.wrong')}
        </Notice>
      </Specimen>
      <Specimen title={t('code')}>
        <div className={styles.pair}>
          <CodeBlock lines={program} />
          <CodeBlock lines={program.slice(1)} selection="forbidden" />
        </div>
      </Specimen>
      <Specimen title={t('states')}>
        <div className={styles.pair}>
          <Loading />
          <Empty title={t('states.empty.title')}>{t('states.empty.words')}</Empty>
          <Failed retry={doNothing} />
          <Offline retry={doNothing} />
        </div>
      </Specimen>
    </>
  );
}
