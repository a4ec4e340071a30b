import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import styles from './TextField.module.css';

export type TextAreaProps = {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint: string;
  /** What is wrong and how to put it right, or null. */
  error: string | null;
};

/** Several lines of machine-written text, such as a document: not spell-checked, in the code face. */
export function TextArea({ id, label, value, onChange, hint, error }: TextAreaProps) {
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
      <AriaTextArea className={`${styles.input ?? ''} ${styles.several ?? ''}`} rows={5} spellCheck={false} />
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
