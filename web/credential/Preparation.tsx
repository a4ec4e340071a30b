import { t } from '../messages/site.ts';
import { Prose } from '../ui/Prose.tsx';
import styles from './Preparation.module.css';
import { TextSection } from './TextSection.tsx';
import type { CredentialText, PlanStep } from './texts.ts';

/** How to prepare: what helps, and a plan by weeks. */
export function Preparation({ prepare, plan }: Pick<CredentialText, 'prepare' | 'plan'>) {
  return (
    <TextSection id="prepare" title={t('credential.prepare')} points={prepare}>
      {plan !== null && <Plan plan={plan} />}
    </TextSection>
  );
}

function Plan({ plan: { steps, note } }: { plan: NonNullable<CredentialText['plan']> }) {
  const weeks = steps.reduce((sum, step) => sum + step.weeks, 0);
  return (
    <div className={styles.plan}>
      <h3>{t('credential.plan', { weeks })}</h3>
      <ol>
        {steps.map((step, index) => (
          <li key={step.title}>
            <span>{sayWeeks(steps, index)}</span>
            <div>
              <strong>{step.title}</strong>
              <p>
                <Prose text={step.words} />
              </p>
            </div>
          </li>
        ))}
      </ol>
      <p>{note}</p>
    </div>
  );
}

/** "Week 1", "Weeks 4 to 5". */
function sayWeeks(steps: readonly PlanStep[], index: number): string {
  const before = steps.slice(0, index).reduce((sum, step) => sum + step.weeks, 0);
  const weeks = steps[index]?.weeks ?? 0;
  return t('plan.weeks', { weeks, first: before + 1, last: before + weeks });
}
