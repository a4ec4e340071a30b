import { useParams, useSearch } from '@tanstack/react-router';
import { DebriefPage } from './DebriefPage.tsx';

/** The debrief at its address; the question is part of it, so that back and forward work. */
export function DebriefRoute() {
  const { sittingId } = useParams({ from: '/own/results/$sittingId/debrief' });
  const { question = 1 } = useSearch({ from: '/own/results/$sittingId/debrief' });
  return <DebriefPage sittingId={sittingId} question={question} />;
}
