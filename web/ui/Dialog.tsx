import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import styles from './Dialog.module.css';

export type DialogProps = {
  title: string;
  children: ReactNode;
  /** Buttons, the safe one first. */
  actions: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  /** `ignored` where somebody types: a slip of the hand must not throw that away. */
  pressOutside?: 'closes' | 'ignored';
};

/** Asks once and waits. Escape and, unless it is ignored, a press outside close it; focus returns to where it was. */
export function Dialog({ title, children, actions, isOpen, onClose, pressOutside = 'closes' }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={isOpen}
      isDismissable={pressOutside === 'closes'}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <AriaDialog className={styles.dialog ?? ''} role="alertdialog">
          <Heading slot="title">{title}</Heading>
          <div className={styles.words}>{children}</div>
          <div className={styles.actions}>{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
