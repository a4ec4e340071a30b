import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { t } from '../messages/ui.ts';
import styles from './TextField.module.css';

export type TextFieldProps = {
  id: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'search';
  value: string;
  onChange: (value: string) => void;
  /** What helps before a mistake is made. */
  hint?: string;
  /** What is wrong and how to put it right, or null. */
  error: string | null;
  /** `numeric` brings up digits on a telephone. */
  inputMode?: 'numeric';
  autoComplete: 'name' | 'email' | 'current-password' | 'new-password' | 'off';
};

/** One line of text with a label above, help below, and the error in words next to the field. */
export function TextField(props: TextFieldProps) {
  const { id, label, type = 'text', value, onChange, hint, error, inputMode, autoComplete } = props;
  const [shown, setShown] = useState(false);
  return (
    <AriaTextField
      id={id}
      type={shown ? 'text' : type}
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      isRequired
      validationBehavior="aria"
      {...(inputMode && { inputMode })}
      autoComplete={autoComplete}
      className={styles.field ?? ''}
    >
      <Label>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <div className={styles.box}>
        <Input className={styles.input ?? ''} spellCheck={type === 'text'} />
        {type === 'password' && (
          <button
            type="button"
            className={styles.reveal}
            onClick={() => setShown(!shown)}
            aria-label={shown ? t('field.hidePassword') : t('field.showPassword')}
          >
            {shown ? <EyeOff aria-hidden="true" size={18} /> : <Eye aria-hidden="true" size={18} />}
            {shown ? t('field.hide') : t('field.show')}
          </button>
        )}
      </div>
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
