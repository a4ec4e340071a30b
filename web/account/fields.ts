import { SignIn, SignUp } from '@pyladder/contract';
import { NetworkError, ProblemError } from '../api/call.ts';
import { explainRefusal, isRefusalCode } from '../messages/refusals.ts';
import { t } from '../messages/site.ts';
import type { FieldProblem } from '../ui/ErrorSummary.tsx';

export type FieldName = 'name' | 'email' | 'password';

export type Trouble = {
  /** What the person can put right in a field. */
  fields: (FieldProblem & { fieldId: FieldName })[];
  /** What is wrong with the whole, or null. */
  whole: string | null;
};

export const NO_TROUBLE: Trouble = { fields: [], whole: null };

const FIELDS: readonly FieldName[] = ['name', 'email', 'password'];

/** Checks what was typed by the same rules as the server, so that mistakes show without a round trip. */
export function checkSignUp(typed: Record<FieldName, string>): Trouble {
  const checked = SignUp.body.safeParse(typed);
  return checked.success ? NO_TROUBLE : troubleOf(checked.error.issues.map(({ path }) => String(path[0])));
}

/** As {@link checkSignUp}; says of a password only that it is missing. */
export function checkSignIn(typed: Record<'email' | 'password', string>): Trouble {
  const checked = SignIn.body.safeParse(typed);
  if (checked.success) return NO_TROUBLE;
  const trouble = troubleOf(checked.error.issues.map(({ path }) => String(path[0])));
  return {
    ...trouble,
    fields: trouble.fields.map((field) =>
      field.fieldId === 'password' ? { ...field, words: t('account.password.missing') } : field,
    ),
  };
}

/** What to tell somebody whose form the server did not take. Faults that are no answer are thrown on. */
export function explainFailure(error: unknown): Trouble {
  if (error instanceof NetworkError) return { fields: [], whole: t('account.offline') };
  if (!(error instanceof ProblemError)) throw error;
  if (error.code === 'email_taken') {
    return { fields: [{ fieldId: 'email', words: explainRefusal('email_taken') }], whole: null };
  }
  if (error.code === 'invalid_request') {
    const named = troubleOf(error.issues.map(({ path }) => path.split(/[./]/).at(-1) ?? ''));
    if (named.fields.length > 0) return named;
  }
  return { fields: [], whole: isRefusalCode(error.code) ? explainRefusal(error.code) : t('account.fault') };
}

export type AccountFieldsInput<Name extends FieldName> = {
  typed: Readonly<Record<Name, string>>;
  setTyped: (typed: Record<Name, string>) => void;
  trouble: Trouble;
};

/** What every text field of an entrance needs: its words, what is typed, and what is wrong with it. */
export function accountFields<Name extends FieldName>({ typed, setTyped, trouble }: AccountFieldsInput<Name>) {
  return (field: Name) => ({
    id: field,
    label: t(`account.${field}.label`),
    value: typed[field],
    onChange: (value: string) => setTyped({ ...typed, [field]: value }),
    error: trouble.fields.find(({ fieldId }) => fieldId === field)?.words ?? null,
  });
}

function troubleOf(names: readonly string[]): Trouble {
  const wrong = FIELDS.filter((field) => names.includes(field));
  return { fields: wrong.map((field) => ({ fieldId: field, words: t(`account.${field}.wrong`) })), whole: null };
}
