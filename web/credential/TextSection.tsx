import styles from './TextSection.module.css';

/** A heading and its points. */
export function TextSection({ id, title, points }: { id: string; title: string; points: readonly string[] }) {
  const [only, ...more] = points;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id}>{title}</h2>
      {more.length === 0 ? (
        <p>{only}</p>
      ) : (
        <ul>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
