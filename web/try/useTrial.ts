import { GetTrialQuestions, GetTrialVariant, type TrialQuestion } from '@pyladder/contract';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { type Failure, readFailure } from './failure.ts';

const DRAWS = 100_000;

/** Some questions, the one in hand, and what is going on. */
export type Trial = {
  questions: readonly TrialQuestion[];
  /** From 0. */
  index: number;
  state: 'shown' | 'fetching';
  failure: Failure | null;
  next(): void;
  /** Another variant of the question in hand. */
  vary(): void;
  /** Other questions, from the first. */
  renew(): void;
  /** What failed, once more. */
  retry(): void;
};

type Wanted = { what: 'round' } | { what: 'variant'; of: TrialQuestion };

/** Draws questions; each draw is a number of chance, so that nobody gets the same ones again. */
export function useTrial(credential: string, random: () => number = Math.random): Trial {
  const [round, setRound] = useState<{ questions: readonly TrialQuestion[]; index: number }>({
    questions: [],
    index: 0,
  });
  const [wanted, setWanted] = useState<Wanted | null>({ what: 'round' });
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    if (wanted === null || failure !== null) return;
    const ending = new AbortController();
    const { signal } = ending;
    const params = { credential, draw: Math.floor(random() * DRAWS) };
    const fetched =
      wanted.what === 'round'
        ? call(GetTrialQuestions, { params, signal }).then(
            ({ questions }) =>
              () =>
                setRound({ questions, index: 0 }),
          )
        : call(GetTrialVariant, { params: { ...params, item: wanted.of.item }, signal }).then((variant) => () => {
            const put = (one: TrialQuestion) => (one === wanted.of ? variant : one);
            setRound(({ questions, index }) => ({ questions: questions.map(put), index }));
          });
    fetched.then(
      (show) => {
        if (signal.aborted) return;
        show();
        setWanted(null);
      },
      (error: unknown) => {
        if (!signal.aborted) setFailure(readFailure(error));
      },
    );
    return () => ending.abort();
  }, [wanted, failure, credential, random]);

  const want = (what: Wanted) => {
    setFailure(null);
    setWanted(what);
  };
  return {
    ...round,
    state: wanted !== null && failure === null ? 'fetching' : 'shown',
    failure,
    next: () => setRound(({ questions, index }) => ({ questions, index: Math.min(index + 1, questions.length - 1) })),
    vary() {
      const of = round.questions[round.index];
      if (of !== undefined) want({ what: 'variant', of });
    },
    renew: () => want({ what: 'round' }),
    // A variant of what is gone is gone as well.
    retry: () => (failure?.kind === 'gone' ? want({ what: 'round' }) : setFailure(null)),
  };
}
