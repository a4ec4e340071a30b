import { useEffect, useEffectEvent } from 'react';
import type { Room } from './room.ts';

/** Tells the room when somebody looks at it again, and when the network comes and goes. */
export function useWaking(room: Room): void {
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') room.wake();
    };
    const offline = () => room.noticeOffline();
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('focus', wake);
    window.addEventListener('pageshow', wake);
    window.addEventListener('online', wake);
    window.addEventListener('offline', offline);
    return () => {
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('focus', wake);
      window.removeEventListener('pageshow', wake);
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', offline);
    };
  }, [room]);
}

/** Records that the page lost or regained the focus; nobody is told off for it. */
export function useFocusRecord(record: (on: boolean) => void): void {
  const changed = useEffectEvent(record);
  useEffect(() => {
    let had = hasAttention();
    const look = () => {
      const has = hasAttention();
      if (has !== had) changed(has);
      had = has;
    };
    window.addEventListener('focus', look);
    window.addEventListener('blur', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      window.removeEventListener('blur', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
}

function hasAttention(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

/** `unsent`: something has not reached the server. `running`: all is saved, but the clock goes on. */
export type LeavingConcern = 'unsent' | 'running' | null;

/** Leaving a sitting that goes on asks once; and always while something has not reached the server. */
export function useLeavingQuestion(concern: LeavingConcern): void {
  const present = useEffectEvent(() => concern);
  useEffect(() => {
    let hasAsked = false;
    const leave = (event: BeforeUnloadEvent) => {
      const now = present();
      if (now === null || (now === 'running' && hasAsked)) return;
      hasAsked = true;
      event.preventDefault();
    };
    window.addEventListener('beforeunload', leave);
    return () => window.removeEventListener('beforeunload', leave);
  }, []);
}
