import { SignIn } from '@pyladder/contract';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { t } from '../messages/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { TextField } from '../ui/TextField.tsx';
import { EntranceForm } from './EntranceForm.tsx';
import { accountFields, checkSignIn } from './fields.ts';
import { useEntrance } from './useEntrance.ts';

/** Lets somebody in and goes on to where they were heading. */
export function SignInPage({ next }: { next: string }) {
  const [typed, setTyped] = useState({ email: '', password: '' });
  const entrance = useEntrance({
    next,
    check: () => checkSignIn(typed),
    enter: () => call(SignIn, { body: typed }),
  });
  const fieldOf = accountFields({ typed, setTyped, trouble: entrance.trouble });
  return (
    <EntranceForm
      title={t('signIn.title')}
      entrance={entrance}
      words={{ submit: t('signIn.submit'), pending: t('signIn.pending') }}
      other={
        <>
          {t('signIn.other')}{' '}
          <SiteLink to="/sign-up" search={{ next }}>
            {t('signIn.signUp')}
          </SiteLink>
        </>
      }
    >
      <TextField {...fieldOf('email')} type="email" autoComplete="email" />
      <TextField {...fieldOf('password')} type="password" autoComplete="current-password" />
    </EntranceForm>
  );
}
