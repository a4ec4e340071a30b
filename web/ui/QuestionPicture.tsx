import type { ItemView } from '@pyladder/contract';
import styles from './QuestionPicture.module.css';

/** A window or a plot that belongs to a question, never wider than its column. */
export function QuestionPicture({ picture }: { picture: NonNullable<ItemView['picture']> }) {
  const { png, width, height, description } = picture;
  return (
    <img
      className={styles.picture}
      src={`data:image/png;base64,${png}`}
      width={width}
      height={height}
      alt={description}
    />
  );
}
