import type { ReactNode } from 'react';
import { t } from '../messages/ui.ts';
import styles from './PageLayout.module.css';
import { SiteLink } from './SiteLink.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

export type PageLayoutProps = {
  /** Brand and navigation. */
  header: ReactNode;
  children: ReactNode;
};

/** The frame of every page of the site: a way past the navigation, header, content, and who stands behind it. */
export function PageLayout({ header, children }: PageLayoutProps) {
  return (
    <div className={styles.layout}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <header className={styles.header}>{header}</header>
      <main id="content" tabIndex={-1} className={styles.content}>
        {children}
      </main>
      <footer className={styles.footer}>
        <div className={styles.inner}>
          <div className={styles.words}>
            <p>{t('footer.independent')}</p>
            <p>{t('footer.demo')}</p>
            <ul className={styles.places}>
              <li>
                <SiteLink to="/verify">{t('footer.verify')}</SiteLink>
              </li>
              <li>
                <SiteLink to="/employers">{t('footer.employers')}</SiteLink>
              </li>
              <li>
                <SiteLink to="/organisations">{t('footer.organisations')}</SiteLink>
              </li>
              <li>
                <SiteLink to="/proofs">{t('footer.proofs')}</SiteLink>
              </li>
            </ul>
          </div>
          <ThemeSwitch />
        </div>
      </footer>
    </div>
  );
}
