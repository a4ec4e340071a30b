import { useSearch } from '@tanstack/react-router';
import { VerifyPage } from './VerifyPage.tsx';

/** The verification page at its address. */
export function VerifyRoute() {
  return <VerifyPage {...useSearch({ from: '/verify' })} />;
}
