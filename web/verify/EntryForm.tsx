import { FileUp } from 'lucide-react';
import { useId, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import styles from './EntryForm.module.css';
import { type Input, inputOfFile, MOST_INPUTS, readPasted } from './inputs.ts';
import { t } from './words.ts';

export type EntryFormProps = {
  take: (inputs: Input[]) => void;
  /** Files are being held above the page. */
  isOver: boolean;
};

/** The ways to hand in a credential: drop it, choose it, or paste it. */
export function EntryForm({ take, isOver }: EntryFormProps) {
  const id = useId();
  const [pasted, setPasted] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  return (
    <div className={styles.entry}>
      <div className={styles.zone} data-over={isOver}>
        <FileUp aria-hidden="true" size={40} strokeWidth={1.5} />
        <p className={styles.title}>{t(isOver ? 'drop.over' : 'drop.title')}</p>
        <p className={styles.words}>{t('drop.words', { most: MOST_INPUTS })}</p>
        <FileTrigger allowsMultiple onSelect={(files) => files !== null && take([...files].map(inputOfFile))}>
          <Button look="next">{t('drop.choose')}</Button>
        </FileTrigger>
      </div>
      <form
        className={styles.paste}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setEmpty(pasted.trim() === '');
          if (pasted.trim() !== '') take(readPasted(pasted, window.location.origin));
        }}
      >
        <TextArea
          id={id}
          label={t('paste.label')}
          hint={t('paste.hint')}
          value={pasted}
          onChange={setPasted}
          error={isEmpty ? t('paste.empty') : null}
        />
        <Button type="submit">{t('paste.submit')}</Button>
      </form>
    </div>
  );
}
