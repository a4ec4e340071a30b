import type { ReactNode } from 'react';
import { t } from '../messages/site.ts';

export type PageTitleProps = {
  children: string;
  /** What the browser's tab says, when the heading is too long for it. */
  tab?: string;
  className?: string | undefined;
  /** Stands above the heading: where in the site this is. */
  place?: ReactNode;
};

/** The page's one main heading, which is also its name in the tab. Takes the focus after a change of page. */
export function PageTitle({ children, tab, className, place }: PageTitleProps) {
  return (
    <>
      <title>{t('page.title', { page: tab ?? children })}</title>
      {place}
      <h1 tabIndex={-1} className={className}>
        {children}
      </h1>
    </>
  );
}
