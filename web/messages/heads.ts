import { createMessages } from './catalogue.ts';
import catalogue from './heads.en.json' with { type: 'json' };

type Id = keyof typeof catalogue;

/** What public pages say of themselves to search engines; only the renderer carries it. */
export const { t } = createMessages(catalogue);

/** Title and description of the page with this name. @throws Error if nobody wrote them */
export function heads(page: string): { title: string; description: string } {
  const [title, description] = [`${page}.title`, `${page}.description`];
  if (!isId(title) || !isId(description)) throw new Error(`heads.en.json has no title and description of ${page}`);
  return { title: t(title), description: t(description) };
}

function isId(word: string): word is Id {
  return Object.hasOwn(catalogue, word);
}
