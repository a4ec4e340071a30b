import { useParams } from '@tanstack/react-router';
import { RulesPage } from './RulesPage.tsx';

/** The rules page at its address. */
export function RulesRoute() {
  const { credentialId, purpose } = useParams({ from: '/own/exams/$credentialId/$purpose' });
  return <RulesPage credentialId={credentialId} purpose={purpose} />;
}
