import type { ReactNode } from 'react';
import { Button as PressButton } from 'react-aria-components/Button';
import { type ButtonLook, buttonClass } from './buttonClass.ts';

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

/** A button to press. Links look like one by `buttonClass`. */
export function Button({ children, look = 'plain', ...rest }: ButtonProps) {
  return (
    <PressButton {...rest} className={buttonClass(look)}>
      {children}
    </PressButton>
  );
}
