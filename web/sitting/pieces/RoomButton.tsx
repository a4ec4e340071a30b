import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import buttons from '../../ui/Button.module.css';
import { classes } from '../../ui/classes.ts';
import styles from './RoomButton.module.css';

export type RoomButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type' | 'disabled'> & {
  children: ReactNode;
  look?: 'next' | 'plain' | 'quiet';
  /** The key that does the same, shown after the words. */
  shortcut?: string | null;
  isDisabled?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

/** The site's button without its library: the room must stay light. */
export function RoomButton({
  children,
  look = 'plain',
  shortcut = null,
  isDisabled = false,
  ...rest
}: RoomButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      className={classes(buttons.button, buttons[look], styles.button)}
      disabled={isDisabled}
      data-disabled={isDisabled || undefined}
    >
      {children}
      {shortcut !== null && <KeyHint>{shortcut}</KeyHint>}
    </button>
  );
}

/** The same looks for something that leads elsewhere. */
export function linkClass(look: 'next' | 'plain' = 'plain'): string {
  return classes(buttons.button, buttons[look]);
}

/** A key, for the eye: screen readers have their own keys, and the switch in the room names these. */
export function KeyHint({ children }: { children: string }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {children}
    </span>
  );
}
