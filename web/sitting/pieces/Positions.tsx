import { CodeLine } from '../../ui/CodeFrame.tsx';
import { type LinePlace, linePlaces, placeWords } from '../answering/positions.ts';
import { t } from '../words.ts';
import type { AnswerProps } from './Answer.tsx';
import styles from './Positions.module.css';
import { KeyHint } from './RoomButton.tsx';

/** The program with a place between its lines wherever the line may go; at the chosen place the line is shown. */
export function Positions(props: AnswerProps) {
  const { item, purpose } = props;
  const places = linePlaces(item);
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
                <code>
                  <CodeLine line={line} />
                </code>
              </div>
            )}
            {place !== undefined && <Position {...props} spot={place} index={index} />}
          </div>
        );
      })}
    </div>
  );
}

function Position({ item, place, showKeys, answering, spot, index }: AnswerProps & { spot: LinePlace; index: number }) {
  const { response } = place;
  const isChosen = response?.type === 'choice' && response.option === spot.option;
  const before =
    item.highlighted[spot.after - 1]
      ?.map(([text]) => text)
      .join('')
      .trim() ?? '';
  return (
    <label className={styles.place} data-chosen={isChosen || undefined}>
      <input
        type="radio"
        name={`item-${item.position}`}
        value={spot.option}
        checked={isChosen}
        onChange={() => answering.choose(spot.option)}
      />
      <span className="for-screen-readers">
        {placeWords(spot.after)}
        {before !== '' && `: ${before}`}
      </span>
      {isChosen && item.answer.type === 'position' ? (
        <code>
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
