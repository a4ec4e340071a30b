import { GrantTime, PauseSitting, ResumeSitting } from '@pyladder/contract';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { formatTime } from '../../messages/formats.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ActDialog } from '../ActDialog.tsx';
import { isNote } from '../note.ts';
import { useAct } from '../useAct.ts';
import { t } from '../words.ts';
import { formatSecondsLeft, type LiveSitting, secondsLeft } from './timeLeft.ts';

export type SittingAct = 'grant' | 'pause' | 'resume';

export type SittingDialogProps = {
  /** As it stands now, or as it stood last if it has ended meanwhile. */
  sitting: LiveSitting;
  act: SittingAct;
  sinceMs: number;
  shortOf: (credential: string) => string;
  close: () => void;
  /** With a sentence that says what was done. */
  done: (words: string) => void;
  outOfDate: () => void;
};

type Typed = { minutes: string; reason: string };

const MOST_MINUTES = 240;

/** Gives time, stops the clock or lets it run again, with a reason. */
export function SittingDialog({ sitting, act, sinceMs, shortOf, close, done, outOfDate }: SittingDialogProps) {
  const [typed, setTyped] = useState<Typed>({ minutes: '', reason: '' });
  const [isChecked, setChecked] = useState(false);
  const minutes = readMinutes(typed.minutes);
  const exam = shortOf(sitting.credential);
  const sending = useAct({
    send: () => send(sitting.id, act, { minutes: minutes ?? 0, reason: typed.reason.trim() }),
    done: () => done(t(`sittings.done.${act}`, { exam, minutes: minutes ?? 0 })),
    outOfDate,
  });
  const wrong = {
    minutes: isChecked && act === 'grant' && minutes === null ? t('act.minutes.wrong', { most: MOST_MINUTES }) : null,
    reason: isChecked && !isNote(typed.reason) ? t('act.reason.wrong') : null,
  };
  const confirm = () => {
    setChecked(true);
    const isWhole = isNote(typed.reason) && (act !== 'grant' || minutes !== null);
    if (isWhole) sending.act(undefined);
    else document.getElementById(act === 'grant' && minutes === null ? 'act-minutes' : 'act-reason')?.focus();
  };
  return (
    <ActDialog
      title={t(`sittings.${act}.title`, { exam })}
      consequences={<p>{explain(act, { sitting, sinceMs, minutes })}</p>}
      words={{ act: t(`sittings.${act}.confirm`), pending: t('act.pending') }}
      isPending={sending.isPending}
      failure={sending.failure}
      act={confirm}
      close={close}
    >
      {act === 'grant' && (
        <TextField
          id="act-minutes"
          label={t('act.minutes')}
          inputMode="numeric"
          value={typed.minutes}
          onChange={(text) => setTyped({ ...typed, minutes: text })}
          error={wrong.minutes}
          autoComplete="off"
        />
      )}
      <TextArea
        id="act-reason"
        content="prose"
        label={t('act.reason')}
        hint={t('act.reason.hint')}
        value={typed.reason}
        onChange={(reason) => setTyped({ ...typed, reason })}
        error={wrong.reason}
      />
    </ActDialog>
  );
}

function send(sittingId: string, act: SittingAct, { minutes, reason }: { minutes: number; reason: string }) {
  const params = { sittingId };
  if (act === 'grant') return call(GrantTime, { params, body: { seconds: minutes * 60, reason } });
  return call(act === 'pause' ? PauseSitting : ResumeSitting, { params, body: { reason } });
}

/** Whole minutes between 1 and what may be given at once, or null. */
function readMinutes(text: string): number | null {
  const minutes = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null;
}

type Facts = { sitting: LiveSitting; sinceMs: number; minutes: number | null };

function explain(act: SittingAct, { sitting, sinceMs, minutes }: Facts): string {
  const { deadline } = sitting.clock;
  if (act === 'pause') return t('sittings.pause.words');
  const left = formatSecondsLeft(secondsLeft(sitting, sinceMs));
  if (act === 'resume') return t('sittings.resume.words', { left });
  if (minutes === null) return t('sittings.grant.words');
  if (deadline === null) {
    const newLeft = formatSecondsLeft(sitting.clock.remainingSeconds + minutes * 60);
    return t('sittings.grant.paused', { left, newLeft });
  }
  const end = new Date(Date.parse(deadline) + minutes * 60_000).toISOString();
  return t('sittings.grant.moves', { end: formatTime(deadline), newEnd: formatTime(end) });
}
