/** A CSS module: the class names of one component, by their local names. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

declare module '*.css';

/** The script in the head of every page; it only acts. */
declare module '*/theme.js';
