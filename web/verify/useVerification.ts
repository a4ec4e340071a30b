import type { TrustedIssuer } from '@pyladder/credentials';
import { useCallback, useEffect, useRef, useState } from 'react';
import { countLanes, openVerifier, type Verifier } from '../verifier/verifier.ts';
import { type Batch, type RunningBatch, startBatch } from './batch.ts';
import type { Input } from './inputs.ts';
import { type Place, verifyInput } from './verifyInput.ts';

export type Verification = {
  /** What was asked for last; null while nothing was, or after it was put away. */
  batch: Batch | null;
  place: Place;
  verifier: () => Verifier;
  start: (inputs: readonly Input[]) => void;
  stop: () => void;
  clear: () => void;
};

/** At most this many are asked of the server at once. */
const SERVER_LANES = 2;

/** The page's verifier, open from the start so that it works when the network is lost, and what runs on it. */
export function useVerification(trusted: readonly TrustedIssuer[]): Verification {
  const [batch, setBatch] = useState<Batch | null>(null);
  const [place, setPlace] = useState<Place>('browser');
  const verifier = useRef<Verifier | null>(null);
  const running = useRef<RunningBatch | null>(null);

  const verifierNow = useCallback(() => {
    verifier.current ??= openVerifier(trusted);
    return verifier.current;
  }, [trusted]);

  useEffect(() => {
    let isHere = true;
    void verifierNow()
      .isAble()
      .then(
        (isAble) => isHere && setPlace(isAble ? 'browser' : 'server'),
        // Not loaded: told when something is to be verified, and tried again then.
        () => undefined,
      );
    return () => {
      isHere = false;
      running.current?.stop();
      verifier.current?.close();
      verifier.current = null;
    };
  }, [verifierNow]);

  const start = useCallback(
    (inputs: readonly Input[]) => {
      running.current?.stop();
      const lanes = place === 'browser' ? countLanes() : SERVER_LANES;
      const verify = (input: Input) => verifyInput(input, verifierNow(), place);
      running.current = startBatch({ inputs, verify, lanes, onChange: setBatch, now: Date.now });
      setBatch(running.current.current());
    },
    [place, verifierNow],
  );
  const stop = useCallback(() => {
    running.current?.stop();
    // What its workers are at would go on for nobody.
    verifier.current?.close();
    verifier.current = null;
  }, []);
  const clear = useCallback(() => {
    stop();
    setBatch(null);
  }, [stop]);
  return { batch, place, verifier: verifierNow, start, stop, clear };
}
