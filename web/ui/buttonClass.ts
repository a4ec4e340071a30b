import styles from './Button.module.css';
import { classes } from './classes.ts';

/** `next` is the one next step on a page (saffron); `plain` is every other; `quiet` has no frame. */
export type ButtonLook = 'next' | 'plain' | 'quiet';

/** Class names of something that looks like a button. */
export function buttonClass(look: ButtonLook = 'plain'): string {
  return classes(styles.button, styles[look]);
}
