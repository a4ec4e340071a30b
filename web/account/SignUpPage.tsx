import { SignUp } from '@pyladder/contract';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { rich, t } from '../messages/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { TextField } from '../ui/TextField.tsx';
import { EntranceForm } from './EntranceForm.tsx';
import { accountFields, checkSignUp } from './fields.ts';
import { useEntrance } from './useEntrance.ts';

/** Makes an account and goes on to where the person was heading. */
export function SignUpPage({ next }: { next: string }) {
  const [typed, setTyped] = useState({ name: '', email: '', password: '' });
  const entrance = useEntrance({
    next,
    check: () => checkSignUp(typed),
    enter: () => call(SignUp, { body: typed }),
  });
  const fieldOf = accountFields({ typed, setTyped, trouble: entrance.trouble });
  return (
    <EntranceForm
      title={t('signUp.title')}
      lead={t('signUp.lead')}
      entrance={entrance}
      words={{ submit: t('signUp.submit'), pending: t('signUp.pending') }}
      other={
        <>
          {rich('signUp.other')}{' '}
          <SiteLink to="/sign-in" search={{ next }}>
            {t('signUp.signIn')}
          </SiteLink>
        </>
      }
    >
      <TextField {...fieldOf('name')} hint={t('account.name.hint')} autoComplete="name" />
      <TextField {...fieldOf('email')} type="email" autoComplete="email" />
      <TextField
        {...fieldOf('password')}
        type="password"
        hint={t('account.password.hint')}
        autoComplete="new-password"
      />
    </EntranceForm>
  );
}
