import { organisations } from '../messages/articles/organisations.ts';
import { ArticlePage } from '../ui/article/ArticlePage.tsx';

/** What an organisation that certifies finds here today, and on which terms. */
export function OrganisationsPage() {
  return <ArticlePage article={organisations} />;
}
