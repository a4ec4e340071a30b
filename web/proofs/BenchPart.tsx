import { useQuery } from '@tanstack/react-query';
import { NetworkError } from '../api/problems.ts';
import { t } from '../messages/proofs.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Loading } from '../ui/States.tsx';
import { ProgramBench } from './ProgramBench.tsx';
import { proofProgramsQuery } from './queries.ts';

/** The live part of the page, once its programs are there. */
export function BenchPart() {
  const { data, error, refetch } = useQuery(proofProgramsQuery);
  if (data !== undefined) {
    return data.programs.length === 0 ? (
      <Notice tone="info">{t('bench.none')}</Notice>
    ) : (
      <ProgramBench programs={data.programs} />
    );
  }
  if (error === null) return <Loading what={t('bench.loading')} />;
  const isOffline = error instanceof NetworkError;
  return (
    <Notice tone="wrong" voice="announced">
      <p>{t(isOffline ? 'bench.offline' : 'bench.fault')}</p>
      <Button onPress={() => void refetch()}>{t('bench.again')}</Button>
    </Notice>
  );
}
