import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './ActDialog.module.css';
import { t } from './words.ts';

export type ActDialogProps = {
  title: string;
  /** What exactly will happen. */
  consequences: ReactNode;
  /** What has to be filled in. */
  children: ReactNode;
  /** On the button that does it: the act by its name, at rest and while the answer is awaited. */
  words: { act: string; pending: string };
  isPending: boolean;
  /** What went wrong with the last try, or null. What was typed stays. */
  failure: string | null;
  act: () => void;
  close: () => void;
};

/** Says what an act does, asks for its reason, and does it. It is not closed by a slip, nor while it is at work. */
export function ActDialog(props: ActDialogProps) {
  const { title, consequences, children, words, isPending, failure, act, close } = props;
  return (
    <Dialog
      title={title}
      isOpen
      pressOutside="ignored"
      onClose={() => {
        if (!isPending) close();
      }}
      actions={
        <>
          <Button isDisabled={isPending} onPress={close}>
            {t('act.cancel')}
          </Button>
          <Button look="next" isPending={isPending} onPress={act}>
            {isPending ? words.pending : words.act}
          </Button>
        </>
      }
    >
      {/* Done by its button alone: a key pressed in a field is no decision. */}
      <form noValidate onSubmit={(event) => event.preventDefault()} className={styles.form}>
        <div className={styles.consequences}>{consequences}</div>
        {children}
        {failure !== null && (
          <Notice tone="wrong" voice="announced">
            {failure}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
