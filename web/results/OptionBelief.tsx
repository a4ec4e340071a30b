import type { DebriefItem } from '@pyladder/contract';
import { t } from '../messages/exams.ts';
import { Prose } from '../ui/Prose.tsx';
import styles from './OptionBelief.module.css';

export type OptionBeliefProps = {
  /** A wrong option, or a wrong part of an answer. */
  option: Pick<DebriefItem['options'][number], 'beliefs' | 'because'>;
  /** `you` chose this; otherwise it is told of somebody. */
  voice: 'you' | 'somebody';
};

/**
 * Which beliefs lead to a wrong answer, each with what is so instead. The first way is told first; it is the likeliest.
 * What shows it at work in the program stands after its corrections, before the other ways.
 */
export function OptionBelief({ option: { beliefs, because }, voice }: OptionBeliefProps) {
  const [likeliest, ...rest] = beliefs;
  const isYou = voice === 'you';
  const Heading = isYou ? 'h2' : 'p';
  return (
    <div className={styles.belief} data-voice={voice}>
      {likeliest !== undefined && (
        <Heading className={styles.thought}>
          <Prose text={sentenceOf(likeliest, voice)} />
        </Heading>
      )}
      {likeliest?.map(({ correction }) => (
        <p key={correction}>
          <Prose text={correction} />
        </p>
      ))}
      {isYou && rest.length > 0 && (
        <p className={styles.also}>
          <Prose text={t('belief.also', { thoughts: rest.map(joinBeliefs).join(t('belief.or')) })} />
        </p>
      )}
      {because !== null && (
        <p>
          <Prose text={because} />
        </p>
      )}
      {likeliest === undefined && because === null && <p>{t(`belief.none.${voice}`)}</p>}
    </div>
  );
}

function sentenceOf(way: readonly { belief: string }[], voice: 'you' | 'somebody'): string {
  return t(`belief.${voice}`, { thoughts: joinBeliefs(way) });
}

function joinBeliefs(way: readonly { belief: string }[]): string {
  return way.map(({ belief }) => belief).join(t('belief.and'));
}
