import type { HighlightedLine } from '@pyladder/exam';
import { useId } from 'react';
import { CodeLine } from '../../ui/CodeFrame.tsx';
import { type LinePlace, linePlaces, placeWords } from '../answering/positions.ts';
import { t } from '../words.ts';
import type { AnswerProps } from './Answer.tsx';
import { hangingIndent } from './hangingIndent.ts';
import styles from './Positions.module.css';
import { KeyHint } from './RoomButton.tsx';

/** The program with a place between its lines wherever the line may go; at the chosen place the line is shown. */
export function Positions(props: AnswerProps) {
  const { item, purpose } = props;
  const places = linePlaces(item);
  const name = useId();
  const rows = [[], ...item.highlighted];
  return (
    <div className={styles.program} data-purpose={purpose}>
      {rows.map((line, number) => {
        const index = places.findIndex(({ after }) => after === number);
        const place = places[index];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; lines never move
          <div key={number}>
            {number > 0 && (
              <div className={styles.line} data-line={number}>
                <code style={hangingIndent(textOf(line))}>
                  <CodeLine line={line} />
                </code>
              </div>
            )}
            {place !== undefined && <Position {...props} name={name} spot={place} index={index} />}
          </div>
        );
      })}
    </div>
  );
}

function Position({
  item,
  place,
  showKeys,
  answering,
  name,
  spot,
  index,
}: AnswerProps & { name: string; spot: LinePlace; index: number }) {
  const { response } = place;
  const isChosen = response?.type === 'choice' && response.option === spot.option;
  const before = textOf(item.highlighted[spot.after - 1] ?? []).trim();
  return (
    <label className={styles.place} data-chosen={isChosen || undefined}>
      <input
        type="radio"
        name={name}
        value={spot.option}
        checked={isChosen}
        onChange={() => answering.choose(spot.option)}
      />
      <span className="for-screen-readers">
        {placeWords(spot.after)}
        {before !== '' && `: ${before}`}
      </span>
      {isChosen && item.answer.type === 'position' ? (
        <code style={hangingIndent(textOf(item.answer.line))}>
          <span className="for-screen-readers">{t('position.here')} </span>
          <CodeLine line={item.answer.line} />
        </code>
      ) : (
        <i className={styles.slot} />
      )}
      {showKeys && index < 9 && <KeyHint>{String(index + 1)}</KeyHint>}
    </label>
  );
}

function textOf(line: HighlightedLine): string {
  return line.map(([text]) => text).join('');
}
