import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { classes } from './classes.ts';
import styles from './TextField.module.css';

export type TextAreaProps = {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint: string;
  /** What is wrong and how to put it right, or null. */
  error: string | null;
  /** `code` was written by a machine, such as a document: not spell-checked, in the code face. */
  content?: 'code' | 'prose';
};

/** Several lines of text with a label above, help below, and the error in words next to the field. */
export function TextArea({ id, label, value, onChange, hint, error, content = 'code' }: TextAreaProps) {
  return (
    <AriaTextField
      id={id}
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      validationBehavior="aria"
      autoComplete="off"
      className={styles.field ?? ''}
    >
      <Label>{label}</Label>
      <Text slot="description" className={styles.hint ?? ''}>
        {hint}
      </Text>
      <AriaTextArea
        className={classes(styles.input, styles.several, content === 'code' && styles.code)}
        rows={content === 'code' ? 5 : 3}
        spellCheck={content === 'prose'}
      />
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
