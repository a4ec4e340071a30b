import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { AuditFilter } from '../queries.ts';
import { nameAction, t } from './entryWords.ts';
import styles from './FilterForm.module.css';
import { readId } from './readId.ts';

export type FilterFormProps = {
  filter: AuditFilter;
  /** Actions that occur in the log. */
  actions: readonly string[];
  isLooking: boolean;
  look: (filter: AuditFilter) => void;
};

/** What is looked for in the log: a kind of act, and what it was about. */
export function FilterForm({ filter, actions, isLooking, look }: FilterFormProps) {
  const [about, setAbout] = useState(filter.about ?? '');
  const [action, setAction] = useState(filter.action ?? '');
  const [isWrong, setWrong] = useState(false);
  const known = action === '' || actions.includes(action) ? actions : [...actions, action];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const id = readId(about);
    const isAsked = about.trim() !== '';
    setWrong(isAsked && id === null);
    if (isAsked && id === null) return document.getElementById('audit-about')?.focus();
    look({ ...(id !== null && { about: id }), ...(action !== '' && { action }) });
  };
  const isFiltered = filter.about !== undefined || filter.action !== undefined;
  return (
    <form noValidate onSubmit={submit} className={styles.filter}>
      <div className={styles.choice}>
        <label htmlFor="audit-action">{t('filter.action')}</label>
        <select id="audit-action" value={action} onChange={({ target }) => setAction(target.value)}>
          <option value="">{t('filter.all')}</option>
          {known.map((word) => (
            <option key={word} value={word}>
              {nameAction(word)}
            </option>
          ))}
        </select>
      </div>
      <TextField
        id="audit-about"
        label={t('filter.about')}
        hint={t('filter.about.hint')}
        value={about}
        onChange={setAbout}
        error={isWrong ? t('filter.about.wrong') : null}
        autoComplete="off"
      />
      <div className={styles.acts}>
        <Button type="submit" isPending={isLooking}>
          {t('filter.look')}
        </Button>
        {isFiltered && (
          <Button look="quiet" onPress={() => look({})}>
            {t('filter.clear')}
          </Button>
        )}
      </div>
    </form>
  );
}
