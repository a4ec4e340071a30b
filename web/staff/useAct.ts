import { useMutation } from '@tanstack/react-query';
import { explainFailure, isOutOfDate } from './failures.ts';

export type ActInput<Typed, Done> = {
  send: (typed: Typed) => Promise<Done>;
  done: (reply: Done) => void;
  /** Somebody was quicker: what the page shows is fetched anew. */
  outOfDate: () => void;
};

/** One act of the staff: sent once, told when it failed. */
export function useAct<Typed, Done>({ send, done, outOfDate }: ActInput<Typed, Done>) {
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: done,
    onError: (error) => {
      if (isOutOfDate(error)) outOfDate();
    },
  });
  return {
    act: (typed: Typed) => {
      if (!mutation.isPending) mutation.mutate(typed);
    },
    isPending: mutation.isPending,
    failure: mutation.error === null ? null : explainFailure(mutation.error),
  };
}
