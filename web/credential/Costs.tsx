import type { CredentialView, LadderView } from '@pyladder/contract';
import { formatMoney } from '../messages/formats.ts';
import { t } from '../messages/site.ts';
import styles from './Costs.module.css';
import { type Fact, FactTable } from './FactTable.tsx';
import { type Fee, listFees, sumFees } from './fees.ts';
import type { CredentialText } from './texts.ts';

export type CostsProps = { credential: CredentialView; ladder: LadderView; plan: CredentialText['plan'] };

/** The honest price: fees with a second attempt and with what comes first, and the hours. */
export function Costs({ credential, ladder, plan }: CostsProps) {
  const fees = listFees(ladder, credential.id);
  return (
    <section aria-labelledby="costs" className={styles.costs}>
      <h2 id="costs">{t('credential.costs')}</h2>
      <FactTable facts={'exam' in credential ? examCosts(credential, fees, plan) : grantedCosts(fees)} />
      <p>
        {'exam' in credential
          ? t('costs.note', { retake: formatMoney(2 * credential.exam.feeCents, credential.exam.currency) })
          : t('costs.noteGranted')}
      </p>
    </section>
  );
}

type ExamCredential = Extract<CredentialView, { exam: unknown }>;

function examCosts({ exam, retakeDays, offers }: ExamCredential, fees: Fee[], plan: CredentialText['plan']): Fact[] {
  const facts: Fact[] = [
    [t('costs.once'), formatMoney(exam.feeCents, exam.currency)],
    [t('costs.twice'), formatMoney(2 * exam.feeCents, exam.currency)],
  ];
  if (fees.length > 1) facts.push([t('costs.way'), sayFees(fees)]);
  facts.push([t('costs.wait'), t('costs.waitWords', { days: retakeDays })]);
  if (offers.mock) facts.push([t('costs.rehearsal'), t('costs.free')]);
  if (plan !== null) {
    const weeks = plan.steps.reduce((sum, step) => sum + step.weeks, 0);
    const hours = weeks * plan.hoursPerWeek;
    facts.push([t('costs.preparation'), t('costs.preparationWords', { hours, weeks })]);
  }
  return facts;
}

function grantedCosts(fees: Fee[]): Fact[] {
  return [
    [t('facts.fee'), t('costs.nothing')],
    [t('costs.whole'), sayFees(fees)],
  ];
}

/** The parts, and before them their sum, where there is one. */
function sayFees(fees: Fee[]): string {
  const sum = sumFees(fees);
  const parts = fees
    .map(({ short, cents, currency }) => t('costs.part', { short, fee: formatMoney(cents, currency) }))
    .join(' + ');
  return sum === null ? parts : t('costs.wayWords', { total: formatMoney(sum.cents, sum.currency), parts });
}
