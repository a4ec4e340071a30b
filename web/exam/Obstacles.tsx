import type { ExamRules } from '@pyladder/contract';
import { t } from '../messages/exams.ts';
import { formatMoment } from '../messages/formats.ts';
import { Notice } from '../ui/Notice.tsx';
import { SiteLink } from '../ui/SiteLink.tsx';

export type ObstaclesProps = { rules: ExamRules; shortOf: (credentialId: string) => string };

/** What stands between this person and the exam, and what would be wise first. */
export function Obstacles({ rules: { obstacles, advice }, shortOf }: ObstaclesProps) {
  const isHeld = obstacles.some(({ code }) => code === 'already_held');
  return (
    <>
      {obstacles.length > 0 && (
        <Notice tone="info" title={t(isHeld ? 'obstacles.title.held' : 'obstacles.title')}>
          {obstacles.map((obstacle) => (
            <p key={JSON.stringify(obstacle)}>
              {obstacle.code === 'requirement_not_held' ? (
                <>
                  {t('obstacle.requirement_not_held', { credential: shortOf(obstacle.credential) })}{' '}
                  <SiteLink to="/$credentialId" params={{ credentialId: obstacle.credential }}>
                    {t('obstacle.about', { credential: shortOf(obstacle.credential) })}
                  </SiteLink>
                </>
              ) : obstacle.code === 'retake_too_early' ? (
                t('obstacle.retake_too_early', { earliest: formatMoment(obstacle.earliest) })
              ) : (
                t(`obstacle.${obstacle.code}`)
              )}
            </p>
          ))}
        </Notice>
      )}
      {advice.map(({ credential }) => (
        <Notice key={credential} tone="info">
          {t('advice.advised_not_held', { credential: shortOf(credential) })}
        </Notice>
      ))}
    </>
  );
}
