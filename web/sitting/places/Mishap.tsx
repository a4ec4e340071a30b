import { Component, type ReactNode } from 'react';
import styles from '../pieces/Panel.module.css';
import { Panel } from '../pieces/Panel.tsx';
import { RoomButton } from '../pieces/RoomButton.tsx';
import { t } from '../words.ts';

/** A mistake of ours while showing the room: instead of an empty page, the way back in. The browser's log has the rest. */
export class Mishap extends Component<{ children: ReactNode }, { hasHappened: boolean }> {
  override state = { hasHappened: false };

  static getDerivedStateFromError(): { hasHappened: boolean } {
    return { hasHappened: true };
  }

  override render(): ReactNode {
    if (!this.state.hasHappened) return this.props.children;
    return (
      <Panel title={t('mishap.title')}>
        <p>{t('mishap')}</p>
        <p className={styles.actions}>
          <RoomButton look="next" onClick={() => location.reload()}>
            {t('mishap.again')}
          </RoomButton>
        </p>
      </Panel>
    );
  }
}
