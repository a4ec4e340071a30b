import { useEffect, useState } from 'react';

const SECOND = 1000;

/** This page's milliseconds (`performance.now()`, which nobody can set), told anew every second. */
export function useTick(): number {
  const [tick, setTick] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setTick(performance.now()), SECOND);
    return () => clearInterval(timer);
  }, []);
  return tick;
}
