import type { RoomSnapshot, Saving } from '../roomState.ts';
import { formatTime, t } from '../words.ts';

/** How it stands with saving, in words. */
export function savingWords(saving: Saving, lasting: RoomSnapshot['lasting']): string {
  switch (saving.state) {
    case 'saved':
      return saving.at === null ? t('saving.allSaved') : t('saving.saved', { time: formatTime(saving.at) });
    case 'saving':
      return t('saving.saving');
    case 'kept':
      return t(lasting === 'disk' ? `saving.kept.${saving.why}` : `saving.held.${saving.why}`);
    case 'cut-off':
      return t(`saving.cut-off.${saving.why}`);
  }
}
