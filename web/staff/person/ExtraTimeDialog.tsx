import { GrantExtraTime, type LadderView, type PersonRecord } from '@pyladder/contract';
import { allowanceSeconds } from '@pyladder/exam';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { formatShare } from '../../messages/formats.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ActDialog } from '../ActDialog.tsx';
import { isNote } from '../note.ts';
import { useAct } from '../useAct.ts';
import { t } from '../words.ts';

export type ExtraTimeDialogProps = {
  ladder: LadderView;
  record: PersonRecord;
  close: () => void;
  /** The record after it, and a sentence that says what was done. */
  done: (record: PersonRecord, words: string) => void;
  outOfDate: () => void;
};

const MOST_PERCENT = 300;

/** Gives extra time, changes it or takes it back, with a reason. */
export function ExtraTimeDialog({ ladder, record, close, done, outOfDate }: ExtraTimeDialogProps) {
  const now = record.accommodations[0]?.extraTimeShare ?? 0;
  const [typed, setTyped] = useState({ percent: now > 0 ? String(Math.round(now * 100)) : '', note: '' });
  const [isChecked, setChecked] = useState(false);
  const share = readShare(typed.percent);
  const name = record.name ?? t('person.erased');
  const sending = useAct({
    send: () =>
      call(GrantExtraTime, {
        params: { candidateId: record.candidateId },
        body: { extraTimeShare: share ?? 0, note: typed.note.trim() },
      }),
    done: (next) =>
      done(
        next,
        share === 0 ? t('extraTime.taken', { name }) : t('extraTime.done', { name, share: formatShare(share ?? 0) }),
      ),
    outOfDate,
  });
  const confirm = () => {
    setChecked(true);
    if (share === null) document.getElementById('act-percent')?.focus();
    else if (!isNote(typed.note)) document.getElementById('act-note')?.focus();
    else sending.act(undefined);
  };
  return (
    <ActDialog
      title={t('extraTime.dialog.title', { name })}
      consequences={
        <>
          <p>{t('extraTime.dialog.words')}</p>
          {share !== null && <p>{describeExample(ladder, share)}</p>}
        </>
      }
      words={{ act: share === 0 ? t('extraTime.takeBack') : t('extraTime.confirm'), pending: t('act.pending') }}
      isPending={sending.isPending}
      failure={sending.failure}
      act={confirm}
      close={close}
    >
      <TextField
        id="act-percent"
        label={t('extraTime.percent')}
        hint={t('extraTime.percent.hint')}
        inputMode="numeric"
        value={typed.percent}
        onChange={(percent) => setTyped({ ...typed, percent })}
        error={isChecked && share === null ? t('extraTime.percent.wrong', { most: MOST_PERCENT }) : null}
        autoComplete="off"
      />
      <TextArea
        id="act-note"
        content="prose"
        label={t('act.note')}
        hint={t('extraTime.note.hint')}
        value={typed.note}
        onChange={(note) => setTyped({ ...typed, note })}
        error={isChecked && !isNote(typed.note) ? t('act.note.wrong') : null}
      />
    </ActDialog>
  );
}

/** Whole percent as a share of the exam's own time, or null. */
function readShare(text: string): number | null {
  const percent = /^\s*\d{1,3}\s*%?\s*$/.test(text) ? Number.parseInt(text, 10) : null;
  return percent !== null && percent <= MOST_PERCENT ? percent / 100 : null;
}

/** What a share means for the first exam of the ladder, rounded as every sitting rounds it. */
function describeExample(ladder: LadderView, share: number): string {
  const first = ladder.credentials.find((rung) => 'exam' in rung);
  if (first === undefined || !('exam' in first)) return '';
  const { minutes } = first.exam;
  const longer = minutes + allowanceSeconds(minutes * 60, share) / 60;
  return t('extraTime.example', { exam: first.short, minutes, longer });
}
