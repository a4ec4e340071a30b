import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import styles from './Switch.module.css';

export type SwitchProps = {
  children: ReactNode;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  'aria-describedby'?: string;
};

/** On or off, with immediate effect. Its state is told by the knob's place and a mark, never by colour alone. */
export function Switch({ children, isOn, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} isSelected={isOn} className={styles.switch ?? ''}>
      <span className={styles.track} aria-hidden="true" />
      <span>{children}</span>
    </AriaSwitch>
  );
}
