import { t } from '../../messages/verdict.ts';
import { claimRows } from './claimRows.ts';
import { type Finding, shadeOf } from './finding.ts';
import { explainChange, explainCheck, explainVerdict } from './words.ts';

/** A report as plain text, for an e-mail or a file note: everything that the page says of it. */
export function writeReport(finding: Finding, name: string): string {
  const shade = shadeOf(finding);
  const change = explainChange(finding);
  const claims = finding.claims === null ? [] : claimRows(finding.claims);
  return [
    name,
    t(`verdict.${shade}`).toUpperCase(),
    explainVerdict(finding),
    ...(change === null ? [] : [change]),
    '',
    ...finding.checks.map(
      (check) => `${t(`check.${check.name}`)}: ${t(`result.${check.result}`)}. ${explainCheck(check, finding)}`,
    ),
    '',
    ...(claims.length === 0 ? [] : [t('text.claims'), ...claims.map(([term, value]) => `  ${term}: ${value}`), '']),
    t(`meaning.${shade}`),
    t(`checked.${finding.by}`, { moment: new Date(finding.checkedAt) }),
    '',
  ].join('\n');
}
