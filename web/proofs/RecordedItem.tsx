import type { ProofProgram } from '@pyladder/contract';
import { formatList } from '../messages/formats.ts';
import { t } from '../messages/proofs.ts';
import { Prose } from '../ui/Prose.tsx';
import { OptionList } from './OptionList.tsx';
import styles from './RunResult.module.css';

/** The item as the bank has it, before anything is run here. */
export function RecordedItem({ program: { stem, options, provenOn } }: { program: ProofProgram }) {
  return (
    <section className={styles.result} aria-labelledby="recorded">
      <h3 id="recorded">{t('recorded.title')}</h3>
      <p>
        <Prose text={stem} />
      </p>
      <OptionList options={options.map(({ text, key }) => ({ text, isKey: key }))} />
      <p className={styles.soft}>{t('recorded.words', { versions: formatList(provenOn) })}</p>
    </section>
  );
}
