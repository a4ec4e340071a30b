import type { LadderView } from '@pyladder/contract';
import { t } from '../../messages/site.ts';
import { LadderPicture, type RungStanding } from './LadderPicture.tsx';
import { RungWords } from './RungWords.tsx';
import { toneOfRung } from './tones.ts';

/** Keeps "PCPP 32-1" on one line. */
const NO_BREAK = '\u00a0';

export type LadderProps = {
  ladder: LadderView;
  /** Where the reader stands, by rung id; left out for somebody who is not signed in. */
  standings?: ReadonlyMap<string, RungStanding>;
  detail: 'full' | 'short';
};

/** The ladder of this installation with its facts. */
export function Ladder({ ladder, standings, detail }: LadderProps) {
  const count = ladder.credentials.length;
  const shortNames = new Map(
    ladder.credentials.map((credential) => [credential.id, credential.short.replaceAll(' ', NO_BREAK)]),
  );
  const rungs = ladder.credentials.map((credential, place) => {
    const standing = standings?.get(credential.id) ?? null;
    const tone = toneOfRung(place, count);
    return {
      id: credential.id,
      standing,
      words: <RungWords {...{ credential, tone, standing, shortNames, detail }} />,
    };
  });
  return <LadderPicture label={t('ladder.label')} rungs={rungs} size={detail === 'full' ? 'full' : 'small'} />;
}
