import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary, type FieldProblem } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './GalleryPage.module.css';
import { Specimen } from './Specimen.tsx';
import { t } from './words.ts';

/** What is pressed and filled in. */
export function FormSpecimens() {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('correct horse');
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [isOpen, setOpen] = useState(false);
  const error = problems[0]?.words ?? null;
  return (
    <>
      <Specimen title={t('buttons')}>
        <div className={styles.row}>
          <Button look="next">{t('buttons.next')}</Button>
          <Button>{t('buttons.plain')}</Button>
          <Button look="quiet">{t('buttons.quiet')}</Button>
          <Button isDisabled>{t('buttons.disabled')}</Button>
          <Button look="next" isPending>
            {t('buttons.pending')}
          </Button>
        </div>
      </Specimen>
      <Specimen title={t('fields')}>
        <div className={styles.pair}>
          <div className={styles.form}>
            <ErrorSummary problems={problems} />
            <TextField
              id="specimen-name"
              label={t('fields.label')}
              hint={t('fields.hint')}
              value={name}
              onChange={setName}
              error={error}
              autoComplete="name"
            />
            <div>
              <Button onPress={() => setProblems([{ fieldId: 'specimen-name', words: t('fields.error') }])}>
                {t('fields.submit')}
              </Button>
            </div>
          </div>
          <TextField
            id="specimen-password"
            type="password"
            label={t('fields.password')}
            value={password}
            onChange={setPassword}
            error={null}
            autoComplete="new-password"
          />
        </div>
      </Specimen>
      <Specimen title={t('dialog')}>
        <div>
          <Button onPress={() => setOpen(true)}>{t('dialog.open')}</Button>
        </div>
        <Dialog
          title={t('dialog.title')}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button onPress={() => setOpen(false)}>{t('dialog.safe')}</Button>
              <Button look="next" onPress={() => setOpen(false)}>
                {t('dialog.act')}
              </Button>
            </>
          }
        >
          <p>{t('dialog.words')}</p>
        </Dialog>
      </Specimen>
    </>
  );
}
