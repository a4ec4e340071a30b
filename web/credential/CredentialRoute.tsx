import { useLoaderData, useParams } from '@tanstack/react-router';
import { CredentialPage } from './CredentialPage.tsx';

/** The credential page at its address. */
export function CredentialRoute() {
  const { credentialId } = useParams({ from: '/$credentialId' });
  const text = useLoaderData({ from: '/$credentialId' });
  return <CredentialPage credentialId={credentialId} text={text} />;
}
