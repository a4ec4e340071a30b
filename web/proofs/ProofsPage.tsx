import { t } from '../messages/proofs.ts';
import { CodeBlock } from '../ui/CodeBlock.tsx';
import { PageOpening } from '../ui/PageOpening.tsx';
import { PrintedText } from '../ui/PrintedText.tsx';
import { BenchPart } from './BenchPart.tsx';
import { example, exampleAnswers } from './example.ts';
import styles from './ProofsPage.module.css';

/** Why answers here can be trusted: in words, by an example, and on a bench where a visitor tries it. */
export function ProofsPage() {
  return (
    <article className={styles.page}>
      <PageOpening title={{ children: t('title') }} lead={t('lead')} />
      <section className={styles.section}>
        <h2>{t('key.title')}</h2>
        <p>{t('key.words')}</p>
      </section>
      <section className={styles.section}>
        <h2>{t('wrong.title')}</h2>
        <p>{t('wrong.words')}</p>
        <h3>{t('example.title')}</h3>
        <p>{t('example.words')}</p>
        <CodeBlock lines={example} />
        <table className={styles.answers}>
          <caption>{t('example.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('example.who')}</th>
              <th scope="col">{t('example.answer')}</th>
            </tr>
          </thead>
          <tbody>
            {exampleAnswers.map(({ who, answer }) => (
              <tr key={who} data-key={who === 'python' || undefined}>
                <th scope="row">{t(`example.${who}`)}</th>
                <td>
                  <PrintedText text={answer} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className={styles.bench} aria-labelledby="bench">
        <h2 id="bench">{t('bench.title')}</h2>
        <p>{t('bench.words')}</p>
        <noscript>
          <p>{t('bench.scripts')}</p>
        </noscript>
        <div className={styles.live}>
          <BenchPart />
        </div>
      </section>
      <section className={styles.section}>
        <h2>{t('refused.title')}</h2>
        <ul>
          {(['two', 'alike', 'varies', 'ready'] as const).map((why) => (
            <li key={why}>{t(`refused.${why}`)}</li>
          ))}
        </ul>
      </section>
      <section className={styles.section}>
        <h2>{t('limits.title')}</h2>
        <p>{t('limits.words')}</p>
      </section>
    </article>
  );
}
