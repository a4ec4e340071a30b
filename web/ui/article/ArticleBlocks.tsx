import type { ArticleBlock } from '../../messages/articles/article.ts';
import styles from './ArticleBlocks.module.css';
import { LinkedProse } from './LinkedProse.tsx';

/** The pieces of a section, one below the other. */
export function ArticleBlocks({ blocks }: { blocks: readonly ArticleBlock[] }) {
  return (
    <div className={styles.blocks}>
      {blocks.map((block) => (
        <Block key={JSON.stringify(block)} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: ArticleBlock }) {
  if (typeof block === 'string') {
    return (
      <p>
        <LinkedProse text={block} />
      </p>
    );
  }
  if ('code' in block) {
    return (
      // What may have to scroll must be reachable by keyboard (WCAG 2.1.1).
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      <pre className={styles.code} tabIndex={0}>
        <code>{block.code}</code>
      </pre>
    );
  }
  if ('terms' in block) {
    return (
      <dl className={styles.terms}>
        {block.terms.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <LinkedProse text={words} />
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  const items = ('steps' in block ? block.steps : block.points).map((item) => (
    <li key={item}>
      <LinkedProse text={item} />
    </li>
  ));
  return 'steps' in block ? <ol>{items}</ol> : <ul>{items}</ul>;
}
