import {
  type LadderView,
  type PersonRecord,
  PublicReason,
  ReinstateAward,
  RevokeAward,
  SuspendAward,
} from '@pyladder/contract';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { ActDialog } from '../ActDialog.tsx';
import { isNote } from '../note.ts';
import { shortOf } from '../RungNames.tsx';
import { useAct } from '../useAct.ts';
import { t } from '../words.ts';
import { ConsequenceList } from './ConsequenceList.tsx';
import { type Award, type AwardAct, findConsequences } from './consequences.ts';
import { ReasonChoice } from './ReasonChoice.tsx';

export type AwardDialogProps = {
  ladder: LadderView;
  record: PersonRecord;
  award: Award;
  act: AwardAct;
  close: () => void;
  done: (record: PersonRecord) => void;
  outOfDate: () => void;
};

type Typed = { publicReason: PublicReason | null; note: string };

/** Suspends, revokes or reinstates an award: first what exactly will happen, then why, then the act by its name. */
export function AwardDialog({ ladder, record, award, act, close, done, outOfDate }: AwardDialogProps) {
  const [typed, setTyped] = useState<Typed>({ publicReason: null, note: '' });
  const [isChecked, setChecked] = useState(false);
  const sending = useAct({ send: () => send(act, { record, award, typed }), done, outOfDate });
  const exam = shortOf(ladder, award.credential);
  const lacksReason = act !== 'reinstate' && typed.publicReason === null;
  const lacksNote = !isNote(typed.note);
  const confirm = () => {
    setChecked(true);
    if (lacksReason) document.querySelector<HTMLElement>('[name="public-reason"]')?.focus();
    else if (lacksNote) document.getElementById('act-note')?.focus();
    else sending.act(undefined);
  };
  return (
    <ActDialog
      title={t(`award.${act}.title`, { exam, name: record.name ?? t('person.erased') })}
      consequences={
        <ConsequenceList
          act={act}
          exam={exam}
          standing={award.standing}
          consequences={findConsequences(ladder, record, award, act)}
          shortOf={(id) => shortOf(ladder, id)}
        />
      }
      words={{ act: t(`award.${act}.confirm`, { exam }), pending: t('act.pending') }}
      isPending={sending.isPending}
      failure={sending.failure}
      act={confirm}
      close={close}
    >
      {act !== 'reinstate' && (
        <ReasonChoice
          act={act}
          chosen={typed.publicReason}
          choose={(publicReason) => setTyped({ ...typed, publicReason })}
          error={isChecked && lacksReason ? t('act.publicReason.wrong') : null}
        />
      )}
      <TextArea
        id="act-note"
        content="prose"
        label={t('act.note')}
        hint={t('act.note.hint')}
        value={typed.note}
        onChange={(note) => setTyped({ ...typed, note })}
        error={isChecked && lacksNote ? t('act.note.wrong') : null}
      />
    </ActDialog>
  );
}

type Act = { record: PersonRecord; award: Award; typed: Typed };

function send(act: AwardAct, { record, award, typed }: Act): Promise<PersonRecord> {
  const params = { candidateId: record.candidateId, awardId: award.id };
  const note = typed.note.trim();
  if (act === 'reinstate') return call(ReinstateAward, { params, body: { note } });
  const publicReason = PublicReason.parse(typed.publicReason);
  return call(act === 'suspend' ? SuspendAward : RevokeAward, { params, body: { publicReason, note } });
}
