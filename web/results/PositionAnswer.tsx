import type { DebriefItem } from '@pyladder/contract';
import { t } from '../messages/exams.ts';
import { CodeLine } from '../ui/CodeFrame.tsx';
import { partOf } from './DebriefOptions.tsx';
import { MarkedCode, type MarkedRow } from './MarkedCode.tsx';

/** The program with the line where it belongs and, if that is elsewhere, where it was put. */
export function PositionAnswer({ item }: { item: DebriefItem }) {
  const { answer, options, highlighted } = item;
  if (answer.type !== 'position') return null;
  const inserted = <CodeLine line={answer.line} />;
  const placedAfter = (line: number): MarkedRow[] =>
    options.flatMap((option, place) => {
      const part = partOf(option);
      if (answer.after[place] !== line || part === 'other') return [];
      const note = t(`position.${part}`);
      return [{ number: option.key ? '✓' : '✗', line: inserted, part: option.key ? 'right' : 'wrong', note }];
    });
  const rows = highlighted.flatMap((line, index): MarkedRow[] => [
    { number: String(index + 1), line: <CodeLine line={line} /> },
    ...placedAfter(index + 1),
  ]);
  return <MarkedCode label={t('position.label')} rows={[...placedAfter(0), ...rows]} />;
}

/** Where an option puts the line, in words. */
export function describePosition({ answer, options }: DebriefItem, optionId: string): string {
  const after = answer.type === 'position' ? answer.after[options.findIndex(({ id }) => id === optionId)] : undefined;
  return after === undefined || after === 0 ? t('position.top') : t('position.after', { line: after });
}
