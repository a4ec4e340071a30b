import { shadeOf } from '../ui/verdict/finding.ts';
import { nameShade } from '../ui/verdict/words.ts';
import type { Entry } from './batch.ts';
import { t } from './words.ts';

/** A list of outcomes as a table of tab-separated lines, as spreadsheets paste it. */
export function writeTable(entries: readonly Entry[]): string {
  const head = [
    t('table.file'),
    t('table.verdict'),
    t('table.status'),
    t('table.name'),
    t('table.issuer'),
    t('table.issued'),
  ];
  return [head, ...entries.map(rowOf)].map((row) => row.map(cellOf).join('\t')).join('\n');
}

function rowOf({ input, outcome }: Entry): string[] {
  if (outcome === null || outcome.kind === 'failed') return [input.name, t('counts.failed'), t('table.no'), '', '', ''];
  const { claims, complete } = outcome.finding;
  return [
    input.name,
    nameShade(shadeOf(outcome.finding)),
    t(complete ? 'table.yes' : 'table.no'),
    claims?.name ?? '',
    claims?.issuerId ?? '',
    claims?.validFrom ?? '',
  ];
}

/** One line without tabs; what a spreadsheet would take for a formula is marked as text, for strangers wrote it. */
function cellOf(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}
