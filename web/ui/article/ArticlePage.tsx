import type { Article } from '../../messages/articles/article.ts';
import { PageOpening } from '../PageOpening.tsx';
import { ArticleBlocks } from './ArticleBlocks.tsx';
import styles from './ArticlePage.module.css';
import { Contents } from './Contents.tsx';
import { LinkedProse } from './LinkedProse.tsx';

/** A page of text with its contents beside it: the same for every such page. */
export function ArticlePage({ article }: { article: Article }) {
  const { title, lead, sections } = article;
  return (
    <div className={styles.page}>
      <article className={styles.article}>
        <PageOpening title={{ children: title }} lead={<LinkedProse text={lead} />} />
        {sections.map((section) => (
          <section key={section.id} aria-labelledby={section.id} className={styles.section}>
            <h2 id={section.id}>{section.title}</h2>
            <ArticleBlocks blocks={section.blocks} />
          </section>
        ))}
      </article>
      <aside className={styles.aside}>
        <Contents sections={sections} />
      </aside>
    </div>
  );
}
