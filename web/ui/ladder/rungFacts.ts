import type { CredentialView } from '@pyladder/contract';
import { formatChoice, formatList, formatMoney } from '../../messages/formats.ts';
import gists from '../../messages/gists.en.json' with { type: 'json' };
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
  else facts.push(formatChoice(exam.delivery.map((way) => t(`delivery.${way}`))));
  return facts.join(' · ');
}

const known: Readonly<Record<string, string>> = gists;

/** What a rung is about in a few words: said of the rungs that we know, its own name for any other. */
export function gistOf({ id, name }: Pick<CredentialView, 'id' | 'name'>): string {
  return Object.hasOwn(known, id) ? (known[id] ?? name) : name;
}
