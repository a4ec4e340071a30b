import { SignUp } from '@pyladder/contract';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { rich, t } from '../messages/site.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SiteLink } from '../ui/SiteLink.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './AccountPage.module.css';
import { checkSignUp, type FieldName, wordsFor } from './fields.ts';
import { useEntrance } from './useEntrance.ts';

/** Makes an account and goes on to where the person was heading. */
export function SignUpPage({ next }: { next: string }) {
  const [typed, setTyped] = useState({ name: '', email: '', password: '' });
  const entrance = useEntrance({
    next,
    check: () => checkSignUp(typed),
    enter: () => call(SignUp, { body: typed }),
  });
  const fieldOf = (field: FieldName) => ({
    id: field,
    label: t(`account.${field}.label`),
    value: typed[field],
    onChange: (value: string) => setTyped({ ...typed, [field]: value }),
    error: wordsFor(entrance.trouble, field),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entrance.submit();
  };
  return (
    <section className={styles.account}>
      <PageTitle>{t('signUp.title')}</PageTitle>
      <p>{t('signUp.lead')}</p>
      <form noValidate onSubmit={submit} className={styles.form}>
        <ErrorSummary problems={entrance.trouble.fields} />
        {entrance.trouble.whole !== null && (
          <Notice tone="wrong" voice="announced">
            {entrance.trouble.whole}
          </Notice>
        )}
        <TextField {...fieldOf('name')} hint={t('account.name.hint')} autoComplete="name" />
        <TextField {...fieldOf('email')} type="email" autoComplete="email" />
        <TextField
          {...fieldOf('password')}
          type="password"
          hint={t('account.password.hint')}
          autoComplete="new-password"
        />
        <div>
          <Button look="next" type="submit" isPending={entrance.isPending}>
            {entrance.isPending ? t('signUp.pending') : t('signUp.submit')}
          </Button>
        </div>
      </form>
      <p className={styles.other}>
        {rich('signUp.other')}{' '}
        <SiteLink to="/sign-in" search={{ next }}>
          {t('signUp.signIn')}
        </SiteLink>
      </p>
    </section>
  );
}
