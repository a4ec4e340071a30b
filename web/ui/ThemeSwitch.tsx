import { useSyncExternalStore } from 'react';
import { t } from '../messages/ui.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import styles from './ThemeSwitch.module.css';
import { chooseTheme, currentTheme, THEMES, type Theme, watchTheme } from './theme.ts';

/** Light, dark, or as the device is. Remembered on this device; public/theme.js applies it before the first paint. */
export function ThemeSwitch() {
  // The server cannot know the choice, so the switch follows once the page is there.
  const theme = useSyncExternalStore(watchTheme, currentTheme, unknownTheme);
  return (
    <div className={styles.themes}>
      <ChoiceRow
        label={t('theme.label')}
        name="theme"
        choices={THEMES}
        chosen={theme}
        choose={chooseTheme}
        wordsOf={(choice) => t(`theme.${choice}`)}
      />
    </div>
  );
}

const unknownTheme = (): Theme => 'system';
