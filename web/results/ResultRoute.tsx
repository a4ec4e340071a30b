import { useParams } from '@tanstack/react-router';
import { ResultPage } from './ResultPage.tsx';

/** The result page at its address. */
export function ResultRoute() {
  const { sittingId } = useParams({ from: '/own/results/$sittingId' });
  return <ResultPage sittingId={sittingId} />;
}
