import { Register, StartSitting } from '@pyladder/contract';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { roomAddress } from '../addresses.ts';
import { call, NetworkError, ProblemError } from '../api/call.ts';
import { ladderQuery, type Purpose, rulesQuery } from '../api/queries.ts';
import { t } from '../messages/exams.ts';
import { explainRefusal, isRefusalCode } from '../messages/refusals.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ButtonAnchor, SiteLink } from '../ui/SiteLink.tsx';
import { Obstacles } from './Obstacles.tsx';
import { RuleList } from './RuleList.tsx';
import styles from './RulesPage.module.css';

export type RulesPageProps = { credentialId: string; purpose: Purpose };

/** All that must be known before the clock starts, and the button that starts it. */
export function RulesPage({ credentialId, purpose }: RulesPageProps) {
  const { data: rules } = useSuspenseQuery(rulesQuery(credentialId, purpose));
  const { data: ladder } = useSuspenseQuery(ladderQuery);
  const queries = useQueryClient();
  const shortOf = (id: string) => ladder.credentials.find((credential) => credential.id === id)?.short ?? id;
  const exam = shortOf(credentialId);
  const offersMock = ladder.credentials.some(
    (rung) => rung.id === credentialId && 'offers' in rung && rung.offers.mock,
  );
  const start = useMutation({
    mutationFn: async () => {
      const registration =
        rules.registration ?? (await call(Register, { body: { credential: credentialId, purpose } }));
      return call(StartSitting, { params: { registrationId: registration.id } });
    },
    onSuccess: ({ sittingId }) => window.location.assign(roomAddress(sittingId)),
    // What stands in the way may just have changed: show the rules as they are now.
    onError: () => queries.invalidateQueries({ queryKey: rulesQuery(credentialId, purpose).queryKey }),
  });
  return (
    <article className={styles.rules}>
      <PageTitle>{t(`rules.title.${purpose}`, { exam })}</PageTitle>
      <p className={styles.lead}>{t(`rules.lead.${purpose}`, { exam })}</p>
      <RuleList rules={rules} exam={exam} />
      <Obstacles rules={rules} shortOf={shortOf} />
      {start.isError && (
        <Notice tone="wrong" voice="announced">
          {explainStartFailure(start.error)}
        </Notice>
      )}
      {rules.runningSittingId !== null ? (
        <Notice tone="info" title={t('rules.running.title')}>
          <p>{t('rules.running.words')}</p>
          <div>
            <ButtonAnchor look="next" href={roomAddress(rules.runningSittingId)}>
              {t('rules.running.action')}
            </ButtonAnchor>
          </div>
        </Notice>
      ) : (
        rules.eligible && (
          <div className={styles.start}>
            <Button look="next" isPending={start.isPending || start.isSuccess} onPress={() => start.mutate()}>
              <Play aria-hidden="true" size={18} />
              {start.isPending || start.isSuccess
                ? t('rules.starting')
                : t('rules.start', { minutes: rules.yourMinutes })}
            </Button>
            <p>{t('rules.startNote')}</p>
          </div>
        )
      )}
      {purpose === 'real' && offersMock && (
        <p>
          <SiteLink to="/exams/$credentialId/$purpose" params={{ credentialId, purpose: 'mock' }}>
            {t(rules.eligible ? 'rules.tryMock' : 'rules.takeMock')}
          </SiteLink>
        </p>
      )}
    </article>
  );
}

function explainStartFailure(error: unknown): string {
  if (error instanceof NetworkError) return t('rules.offline');
  if (error instanceof ProblemError && isRefusalCode(error.code)) return explainRefusal(error.code);
  return t('rules.fault');
}
