import type { ReactNode } from 'react';
import { Button as PressButton } from 'react-aria-components/Button';
import styles from './Button.module.css';
import { classes } from './classes.ts';

/** `next` is the one next step on a page (saffron); `plain` is every other; `quiet` has no frame. */
export type ButtonLook = 'next' | 'plain' | 'quiet';

export type ButtonProps = {
  children: ReactNode;
  look?: ButtonLook;
  type?: 'button' | 'submit';
  isDisabled?: boolean;
  /** Stays focusable and is announced, but cannot be pressed again. */
  isPending?: boolean;
  onPress?: () => void;
  'aria-label'?: string;
  'aria-describedby'?: string;
};

/** Class names of something that looks like a button, for links. */
export function buttonClass(look: ButtonLook = 'plain'): string {
  return classes(styles.button, styles[look]);
}

/** A button to press. Links that look like one use {@link buttonClass}. */
export function Button({ children, look = 'plain', ...rest }: ButtonProps) {
  return (
    <PressButton {...rest} className={buttonClass(look)}>
      {children}
    </PressButton>
  );
}
