import styles from './ChoiceRow.module.css';

export type ChoiceRowProps<Choice extends string> = {
  label: string;
  /** Of the radio buttons; one of its kind on a page. */
  name: string;
  choices: readonly Choice[];
  chosen: Choice;
  choose: (choice: Choice) => void;
  wordsOf: (choice: Choice) => string;
};

/** A few words in a row, one of them chosen. */
export function ChoiceRow<Choice extends string>(props: ChoiceRowProps<Choice>) {
  const { label, name, choices, chosen, choose, wordsOf } = props;
  return (
    <fieldset className={styles.row}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input type="radio" name={name} value={choice} checked={choice === chosen} onChange={() => choose(choice)} />
          <span>{wordsOf(choice)}</span>
        </label>
      ))}
    </fieldset>
  );
}
