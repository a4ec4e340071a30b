import type { DebriefItem } from '@pyladder/contract';
import { Check, X } from 'lucide-react';
import { t } from '../messages/exams.ts';
import { CodeLine } from '../ui/CodeFrame.tsx';
import { AlsoRight } from './AlsoRight.tsx';
import answers from './Answers.module.css';
import styles from './GapAnswer.module.css';
import { findNearestAccepted } from './itemKey.ts';
import { judgeItem } from './judgeItem.ts';
import { MarkedCode } from './MarkedCode.tsx';
import { type Slot, textOf, viewSlots } from './slots.ts';

type Part = Slot['part'] | 'key';

/** The program as it was filled and, unless that was right, as it is right. */
export function GapAnswer({ item }: { item: DebriefItem }) {
  const slots = viewSlots(item);
  const isRight = judgeItem(item) === 'right';
  const nearest = findNearestAccepted(item);
  return (
    <div className={answers.pair}>
      {item.response !== null && (
        <FilledProgram
          item={item}
          title={t(isRight ? 'filled.right' : 'filled.mine')}
          fillings={slots.map(({ given, part }) => ({ text: given, part }))}
        />
      )}
      {!isRight && (
        <FilledProgram
          item={item}
          title={t('filled.key')}
          fillings={slots.map(({ right }) => ({ text: right, part: 'key' }))}
        />
      )}
      <AlsoRight count={item.accepted.length - 1} what="fillings">
        <ul>
          {item.accepted
            .filter((one) => one !== nearest)
            .map((one) => (
              <li key={one.join(' ')}>
                {one.map((id, slot) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place; slots never move
                  <span key={slot}>
                    {slot > 0 && ', '}
                    <code>{textOf(item, id)}</code>
                  </span>
                ))}
              </li>
            ))}
        </ul>
      </AlsoRight>
    </div>
  );
}

type FilledProgramProps = {
  item: DebriefItem;
  title: string;
  /** One a gap; text null: left empty. */
  fillings: readonly { text: string | null; part: Part }[];
};

function FilledProgram({ item, title, fillings }: FilledProgramProps) {
  const rows = item.highlighted.map((line, index) => ({
    number: String(index + 1),
    line: line.map((piece, place) => {
      const gap = piece[1] === 'gap' ? Number(/\d+/.exec(piece[0])?.[0]) - 1 : null;
      const filling = gap === null ? undefined : fillings[gap];
      return filling === undefined ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place; pieces never move
        <CodeLine key={place} line={[piece]} />
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place; pieces never move
        <Filling key={place} text={filling.text ?? piece[0]} part={filling.part} />
      );
    }),
  }));
  return (
    <section>
      <h3>{title}</h3>
      <MarkedCode label={title} rows={rows} />
    </section>
  );
}

function Filling({ text, part }: { text: string; part: Part }) {
  return (
    <span className={styles.filling} data-part={part}>
      {text}
      {part === 'right' && <Check aria-hidden="true" size={14} strokeWidth={3} />}
      {part === 'wrong' && <X aria-hidden="true" size={14} strokeWidth={3} />}
      {part !== 'key' && <span className={`for-screen-readers ${styles.unread}`}> ({t(`filling.${part}`)}) </span>}
    </span>
  );
}
