import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { t } from '../../messages/verdict.ts';
import { Button } from '../Button.tsx';
import { Notice, type NoticeTone } from '../Notice.tsx';
import { TextField } from '../TextField.tsx';
import styles from './HolderCheck.module.css';

export type HolderCheckProps = {
  /** Whether the credential names the holder of this address; null if it names nobody. */
  namesHolder: (email: string) => Promise<boolean | null>;
};

const OUTCOMES: { isTheirs: boolean | null; id: 'yes' | 'no' | 'unknown'; tone: NoticeTone }[] = [
  { isTheirs: true, id: 'yes', tone: 'right' },
  { isTheirs: false, id: 'no', tone: 'wrong' },
  { isTheirs: null, id: 'unknown', tone: 'info' },
];

/** Is it theirs? Compares an e-mail address with the fingerprint in a credential, in this browser. */
export function HolderCheck({ namesHolder }: HolderCheckProps) {
  const id = useId();
  const [email, setEmail] = useState('');
  const [isWrong, setWrong] = useState(false);
  const compare = useMutation({ mutationFn: namesHolder });
  const outcome = compare.isSuccess ? OUTCOMES.find(({ isTheirs }) => isTheirs === compare.data) : undefined;
  return (
    <form
      className={styles.holder}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const typed = email.trim();
        const isAddress = /^\S+@\S+$/.test(typed);
        setWrong(!isAddress);
        if (isAddress && !compare.isPending) compare.mutate(typed);
      }}
    >
      <div className={styles.row}>
        <TextField
          id={id}
          type="email"
          label={t('holder.label')}
          value={email}
          onChange={(value) => {
            setEmail(value);
            compare.reset();
          }}
          error={isWrong ? t('holder.wrong') : null}
          autoComplete="off"
        />
        <Button type="submit" isPending={compare.isPending}>
          {t(compare.isPending ? 'holder.pending' : 'holder.submit')}
        </Button>
      </div>
      <div role="status">
        {outcome !== undefined && (
          <Notice tone={outcome.tone}>{t(`holder.${outcome.id}`, { email: compare.variables ?? '' })}</Notice>
        )}
        {compare.isError && <Notice tone="wrong">{t('holder.failed')}</Notice>}
      </div>
    </form>
  );
}

/** {@link HolderCheck} with a heading and a word about how it works. */
export function HolderSection({ namesHolder }: HolderCheckProps) {
  return (
    <section className={styles.section} data-print="never">
      <h3>{t('holder.title')}</h3>
      <p>{t('holder.lead')}</p>
      <HolderCheck namesHolder={namesHolder} />
    </section>
  );
}
