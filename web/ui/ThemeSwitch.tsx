import { useState } from 'react';
import { t } from '../messages/ui.ts';
import styles from './ThemeSwitch.module.css';
import { chooseTheme, currentTheme, THEMES } from './theme.ts';

/** Light, dark, or as the device is. Remembered on this device; public/theme.js applies it before the first paint. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(currentTheme);
  return (
    <fieldset className={styles.themes}>
      <legend>{t('theme.label')}</legend>
      {THEMES.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name="theme"
            value={choice}
            checked={choice === theme}
            onChange={() => {
              chooseTheme(choice);
              setTheme(choice);
            }}
          />
          <span>{t(`theme.${choice}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
