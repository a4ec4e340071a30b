import type { CredentialView } from '@pyladder/contract';
import { formatList, formatMoney } from '../../messages/formats.ts';
import { t } from '../../messages/site.ts';

/** The one line of facts beside a rung: questions, minutes, fee, and what must be held first. */
export function factsOf(credential: CredentialView, nameOf: (id: string) => string): string {
  if ('grantedBy' in credential)
    return t('rung.granted', { credentials: formatList(credential.grantedBy.map(nameOf)) });
  const { exam, requires } = credential;
  const facts = [
    t('rung.questions', { count: exam.items }),
    t('rung.minutes', { count: exam.minutes }),
    formatMoney(exam.feeCents, exam.currency),
  ];
  if (requires.length > 0) facts.push(t('rung.requires', { credentials: formatList(requires.map(nameOf)) }));
  else facts.push(formatList(exam.delivery.map((way) => t(`delivery.${way}`))));
  return facts.join(' · ');
}
