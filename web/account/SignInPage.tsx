import { SignIn } from '@pyladder/contract';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { t } from '../messages/site.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SiteLink } from '../ui/SiteLink.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './AccountPage.module.css';
import { checkSignIn, wordsFor } from './fields.ts';
import { useEntrance } from './useEntrance.ts';

/** Lets somebody in and goes on to where they were heading. */
export function SignInPage({ next }: { next: string }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const entrance = useEntrance({
    next,
    check: () => checkSignIn({ email, password }),
    enter: () => call(SignIn, { body: { email, password } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entrance.submit();
  };
  return (
    <section className={styles.account}>
      <PageTitle>{t('signIn.title')}</PageTitle>
      <form noValidate onSubmit={submit} className={styles.form}>
        <ErrorSummary problems={entrance.trouble.fields} />
        {entrance.trouble.whole !== null && (
          <Notice tone="wrong" voice="announced">
            {entrance.trouble.whole}
          </Notice>
        )}
        <TextField
          id="email"
          type="email"
          label={t('account.email.label')}
          value={email}
          onChange={setEmail}
          error={wordsFor(entrance.trouble, 'email')}
          autoComplete="email"
        />
        <TextField
          id="password"
          type="password"
          label={t('account.password.label')}
          value={password}
          onChange={setPassword}
          error={wordsFor(entrance.trouble, 'password')}
          autoComplete="current-password"
        />
        <div>
          <Button look="next" type="submit" isPending={entrance.isPending}>
            {entrance.isPending ? t('signIn.pending') : t('signIn.submit')}
          </Button>
        </div>
      </form>
      <p className={styles.other}>
        {t('signIn.other')}{' '}
        <SiteLink to="/sign-up" search={{ next }}>
          {t('signIn.signUp')}
        </SiteLink>
      </p>
    </section>
  );
}
