import type { ArticleSection } from '../messages/articles/article.ts';

/** What the first page says of the ladder beyond its facts. */
export type LadderText = { title: string; tab: string; lead: string; sections: ArticleSection[] };

const texts = import.meta.glob<LadderText>('../messages/ladders/*.en.json', { import: 'default' });

/** The text of a ladder, or null for one that only has facts. */
export async function loadLadderText(ladderId: string): Promise<LadderText | null> {
  const load = texts[`../messages/ladders/${ladderId}.en.json`];
  return load === undefined ? null : load();
}
