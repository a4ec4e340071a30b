export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** The same word as in public/theme.js. */
const STORED_AS = 'pyladder.theme';

/** The theme in force as chosen on this page, or 'system' when nothing was chosen. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

const watchers = new Set<() => void>();

/** Tells of every choice made on this page, until the returned function is called. */
export function watchTheme(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** Applies a theme at once and remembers it on this device, where the browser permits. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const tell of watchers) tell();
  try {
    if (theme === 'system') localStorage.removeItem(STORED_AS);
    else localStorage.setItem(STORED_AS, theme);
  } catch (error) {
    // A browser may forbid storage: the choice then holds until the page is left. Anything else is a bug.
    if (!(error instanceof DOMException)) throw error;
  }
}
