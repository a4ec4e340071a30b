import { employers } from '../messages/articles/employers.ts';
import { ArticlePage } from '../ui/article/ArticlePage.tsx';

/** What a credential tells an employer, and how to verify one or ten thousand. */
export function EmployersPage() {
  return <ArticlePage article={employers} />;
}
