import type { FormEvent, ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import styles from './AccountPage.module.css';
import type { useEntrance } from './useEntrance.ts';

export type EntranceFormProps = {
  title: string;
  lead?: ReactNode;
  entrance: ReturnType<typeof useEntrance>;
  /** On the button, at rest and while the answer is awaited. */
  words: { submit: string; pending: string };
  /** The way to the other entrance. */
  other: ReactNode;
  /** The fields. */
  children: ReactNode;
};

/** The page that signing up and signing in share: what is wrong, the fields, one button, and the way to the other. */
export function EntranceForm({ title, lead, entrance, words, other, children }: EntranceFormProps) {
  const { trouble, isPending } = entrance;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entrance.submit();
  };
  return (
    <section className={styles.account}>
      <PageTitle>{title}</PageTitle>
      {lead !== undefined && <p>{lead}</p>}
      <form noValidate onSubmit={submit} className={styles.form}>
        <ErrorSummary problems={trouble.fields} />
        {trouble.whole !== null && (
          <Notice tone="wrong" voice="announced">
            {trouble.whole}
          </Notice>
        )}
        {children}
        <div>
          <Button look="next" type="submit" isPending={isPending}>
            {isPending ? words.pending : words.submit}
          </Button>
        </div>
      </form>
      <p className={styles.other}>{other}</p>
    </section>
  );
}
