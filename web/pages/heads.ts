import type { CredentialView, PageGiven } from '@pyladder/contract';
import { formatMoney, formatShare } from '../messages/formats.ts';
import { heads, t } from '../messages/heads.ts';
import { gistOf } from '../ui/ladder/rungFacts.ts';
import { describeCredential, describeHome, describePage, type JsonLd } from './structuredData.ts';

/** What a page says of itself to search engines and to previews of links. Its title is that of the page. */
export type PageHead = {
  description: string;
  /** Open Graph's word for what it is. */
  kind: 'website' | 'article';
  isListed: boolean;
  data: JsonLd[];
};

/**
 * The head of a page for everybody.
 *
 * @param about what is said of its credential in a sentence, or null where there is no such text
 * @throws Error for a page that has no words for it
 */
export function findPageHead(path: string, given: PageGiven, about: string | null): PageHead {
  const id = path.slice(1);
  if (id === '') {
    const description = t('home');
    return { description, kind: 'website', isListed: true, data: describeHome(given, description) };
  }
  const credential = given.ladder.credentials.find((one) => one.id === id);
  if (credential !== undefined) {
    const description = describeRung(credential, about ?? gistOf(credential));
    return { description, kind: 'article', isListed: true, data: describeCredential(given, credential, description) };
  }
  const { title, description } = heads(id);
  return {
    description,
    kind: 'article',
    isListed: true,
    data: describePage(given, { path, name: title, description }),
  };
}

/** Of the page that says that there is none. */
export function missingHead(): PageHead {
  return { description: t('missing'), kind: 'website', isListed: false, data: [] };
}

function describeRung(credential: CredentialView, about: string): string {
  if (!('exam' in credential)) return t('granted', { about });
  const { items, minutes, passMark, feeCents, currency } = credential.exam;
  const fee = formatMoney(feeCents, currency);
  return t('exam', { about, items, minutes, share: formatShare(passMark), fee });
}
