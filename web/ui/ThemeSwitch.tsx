import { useState } from 'react';
import { t } from '../messages/ui.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import styles from './ThemeSwitch.module.css';
import { chooseTheme, currentTheme, THEMES, type Theme } from './theme.ts';

/** Light, dark, or as the device is. Remembered on this device; public/theme.js applies it before the first paint. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(currentTheme);
  const choose = (choice: Theme) => {
    chooseTheme(choice);
    setTheme(choice);
  };
  return (
    <div className={styles.themes}>
      <ChoiceRow
        label={t('theme.label')}
        name="theme"
        choices={THEMES}
        chosen={theme}
        choose={choose}
        wordsOf={(choice) => t(`theme.${choice}`)}
      />
    </div>
  );
}
