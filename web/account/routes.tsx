import { useSearch } from '@tanstack/react-router';
import { acceptNext } from './next.ts';
import { SignInPage } from './SignInPage.tsx';
import { SignUpPage } from './SignUpPage.tsx';

/** Signing up at its address. */
export function SignUpRoute() {
  return <SignUpPage next={acceptNext(useSearch({ from: '/sign-up' }).next)} />;
}

/** Signing in at its address. */
export function SignInRoute() {
  return <SignInPage next={acceptNext(useSearch({ from: '/sign-in' }).next)} />;
}
