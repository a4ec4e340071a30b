import type { CredentialView } from '@pyladder/contract';
import { formatChoice, formatList, formatMoney, formatShare } from '../messages/formats.ts';
import { t } from '../messages/site.ts';
import { FactTable } from './FactTable.tsx';

export type ExamFactsProps = { credential: CredentialView; shortOf: (credentialId: string) => string };

/** The exam in figures. */
export function ExamFacts({ credential, shortOf }: ExamFactsProps) {
  if (!('exam' in credential)) {
    const credentials = formatList(credential.grantedBy.map(shortOf));
    return (
      <FactTable
        facts={[
          [t('facts.needs'), credentials],
          [t('facts.exam'), t('facts.none')],
          [t('facts.fee'), t('facts.none')],
        ]}
      />
    );
  }
  const { exam, requires, advises, retakeDays } = credential;
  const fee = formatMoney(exam.feeCents, exam.currency);
  const first = requires.length > 0 ? formatList(requires.map(shortOf)) : t('facts.nothing');
  const advised = advises.length > 0 ? t('facts.advised', { credentials: formatList(advises.map(shortOf)) }) : '';
  const needed = Math.ceil(exam.passMark * exam.items - 1e-9);
  return (
    <FactTable
      facts={[
        [t('facts.needs'), `${first}${advised}`],
        [t('facts.questions'), String(exam.items)],
        [t('facts.time'), t('facts.minutes', { minutes: exam.minutes })],
        [t('facts.pass'), t('facts.passWords', { share: formatShare(exam.passMark), needed, items: exam.items })],
        [t('facts.where'), formatChoice(exam.delivery.map((way) => t(`delivery.${way}`)))],
        [t('facts.fee'), fee],
        [t('facts.retake'), t('facts.retakeWords', { days: retakeDays })],
      ]}
    />
  );
}
