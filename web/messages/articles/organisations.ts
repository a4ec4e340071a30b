import type { Article } from './article.ts';
import catalogue from './organisations.en.json' with { type: 'json' };

// A list of two words is a pair only by its shape, which the compiler does not read off a file.
export const organisations = catalogue as Article;
