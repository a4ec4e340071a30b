/** A CSS module: the class names of one component, by their local names. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

declare module '*.css';

/** The script in the head of every page; it only acts. */
declare module '*/theme.js';

/** What Vite makes of a pattern: for each file its address and what fetches it. */
interface ImportMeta {
  glob<Module>(pattern: string, options: { import: string }): Record<string, () => Promise<Module>>;
}
