import type { DebriefItem, Parting } from '@pyladder/contract';
import { t } from '../messages/exams.ts';
import { Prose } from '../ui/Prose.tsx';
import styles from './OptionBelief.module.css';
import { PartingStep } from './PartingStep.tsx';

/** Why a wrong option is wrong, or a wrong part of an answer; with the step that shows it, where one is known. */
export type Reason = Pick<DebriefItem['options'][number], 'beliefs' | 'because'> & { parting?: Parting | null };

export type OptionBeliefProps = {
  option: Reason;
  /** `you` chose this; otherwise it is told of somebody. */
  voice: 'you' | 'somebody';
};

/**
 * Which beliefs lead to a wrong answer, each with what is so instead. The first way is told first; it is the likeliest.
 * The step at which the program would part from Python stands after the corrections, before the other ways.
 */
export function OptionBelief({ option: { beliefs, because, parting }, voice }: OptionBeliefProps) {
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
      {because !== null && (
        <p>
          <Prose text={because} />
        </p>
      )}
      {parting != null && <Step parting={parting} voice={voice} />}
      {isYou && rest.length > 0 && (
        <p className={styles.also}>
          <Prose text={t('belief.also', { thoughts: rest.map(joinBeliefs).join(t('belief.or')) })} />
        </p>
      )}
      {likeliest === undefined && because === null && <p>{t(`belief.none.${voice}`)}</p>}
    </div>
  );
}

/** One's own answer shows its step at once, others on demand. */
function Step({ parting, voice }: { parting: Parting; voice: OptionBeliefProps['voice'] }) {
  if (voice === 'you') return <PartingStep parting={parting} />;
  return (
    <details>
      <summary>{t('parting.show')}</summary>
      <PartingStep parting={parting} />
    </details>
  );
}

function sentenceOf(way: readonly { belief: string }[], voice: 'you' | 'somebody'): string {
  return t(`belief.${voice}`, { thoughts: joinBeliefs(way) });
}

function joinBeliefs(way: readonly { belief: string }[]): string {
  return way.map(({ belief }) => belief).join(t('belief.and'));
}
