import type { Me } from '@pyladder/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { isRoomAddress } from '../addresses.ts';
import { changePerson } from '../api/queries.ts';
import { explainFailure, NO_TROUBLE, type Trouble } from './fields.ts';

export type EntranceInput = {
  next: string;
  /** Looks at what was typed, before anything is sent. */
  check: () => Trouble;
  enter: () => Promise<Me>;
};

/** What signing up and signing in share: check, send, say what went wrong, or go on as the person who came in. */
export function useEntrance({ next, check, enter }: EntranceInput) {
  const queries = useQueryClient();
  const router = useRouter();
  const [trouble, setTrouble] = useState(NO_TROUBLE);
  const [isPending, setPending] = useState(false);

  async function send(): Promise<void> {
    setPending(true);
    try {
      const me = await enter();
      changePerson(queries, me);
      if (isRoomAddress(next)) window.location.assign(next);
      else await router.navigate({ href: next });
    } catch (error) {
      setTrouble(explainFailure(error));
    } finally {
      setPending(false);
    }
  }

  function submit(): void {
    if (isPending) return;
    const found = check();
    setTrouble(found);
    if (found.fields.length === 0) void send();
  }

  return { trouble, isPending, submit };
}
