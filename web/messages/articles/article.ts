/** A piece of an article: a paragraph, points, steps in order, terms with what they mean, or something to type. */
export type ArticleBlock =
  | string
  | { points: string[] }
  | { steps: string[] }
  | { terms: [term: string, words: string][] }
  | { code: string };

export type ArticleSection = { id: string; title: string; blocks: ArticleBlock[] };

/** A page of text as a catalogue holds it. In its words `code` stands between backticks and [a link](/address) as here. */
export type Article = { title: string; lead: string; sections: ArticleSection[] };
