import { formatList } from '../../messages/formats.ts';
import { t } from '../words.ts';
import type { Award, AwardAct, Consequences } from './consequences.ts';

export type ConsequenceListProps = {
  act: AwardAct;
  /** Short name of the award's rung. */
  exam: string;
  /** Of the award before the act. */
  standing: Award['standing'];
  consequences: Consequences;
  shortOf: (rung: string) => string;
};

/** What will happen, a sentence each, with the credentials by name. */
export function ConsequenceList({ shortOf, ...facts }: ConsequenceListProps) {
  const sentences = listSentences(facts, (rungs) => formatList(rungs.map(shortOf)));
  return (
    <>
      <p>{t('consequences.title')}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

type Facts = Omit<ConsequenceListProps, 'shortOf'>;
type NameRungs = (rungs: readonly string[]) => string;

function listSentences({ act, exam, standing, consequences }: Facts, name: NameRungs): string[] {
  if (act === 'reinstate') return sentencesOfReturn({ standing, consequences }, name);
  const { moved, lost, staying, closed } = consequences;
  return [
    moved.length > 0
      ? t(`consequences.${act}.moved`, { count: moved.length, rungs: name(moved) })
      : t('consequences.none', { exam }),
    lost.length > 0 ? t('consequences.lost', { count: lost.length, rungs: name(lost) }) : '',
    lost.length === 0 && standing === 'standing' ? t('consequences.stillHeld', { exam }) : '',
    staying.length > 0 ? t('consequences.staying', { count: staying.length, rungs: name(staying) }) : '',
    closed.length > 0 ? t('consequences.closed', { rungs: name(closed) }) : '',
    t(`consequences.${act}.back`),
    t('consequences.told'),
  ].filter((sentence) => sentence !== '');
}

function sentencesOfReturn(
  { standing, consequences }: Pick<Facts, 'standing' | 'consequences'>,
  name: NameRungs,
): string[] {
  const { moved, gained, issued, stillWithdrawn } = consequences;
  return [
    gained.length > 0 ? t('consequences.gained', { count: gained.length, rungs: name(gained) }) : '',
    moved.length > 0 ? t('consequences.lifted', { count: moved.length, rungs: name(moved) }) : '',
    issued.length > 0 ? t('consequences.issued', { count: issued.length, rungs: name(issued) }) : '',
    standing === 'revoked' ? t('consequences.oldStays') : '',
    stillWithdrawn.length > 0
      ? t('consequences.stillWithdrawn', { count: stillWithdrawn.length, rungs: name(stillWithdrawn) })
      : '',
    t('consequences.told'),
  ].filter((sentence) => sentence !== '');
}
