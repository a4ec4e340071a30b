import type { Parting } from '@pyladder/contract';
import { t } from '../messages/exams.ts';
import { PrintedText } from '../ui/PrintedText.tsx';
import styles from './PartingStep.module.css';

type PartingSide = Parting['python'];

/** The step of the program at which a belief parts from Python: what that line does, side by side. */
export function PartingStep({ parting: { line, time, python, belief } }: { parting: Parting }) {
  const names = [...new Set([...Object.keys(python.variables), ...Object.keys(belief.variables)])];
  const showsPrinted = python.printed !== null || belief.printed !== null;
  const showsNext = python.next !== null || belief.next !== null;
  return (
    <table className={styles.parting}>
      <caption>{time === 1 ? t('parting.line', { line }) : t('parting.again', { line, time })}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('parting.python')}</th>
          <th scope="col">{t('parting.belief')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <Value side={python} name={name} />
            <Value side={belief} name={name} />
          </tr>
        ))}
        {showsPrinted && (
          <tr>
            <th scope="row">{t('parting.printed')}</th>
            <Printed text={python.printed} />
            <Printed text={belief.printed} />
          </tr>
        )}
        {showsNext && (
          <tr>
            <th scope="row">{t('parting.next')}</th>
            <td>{python.next !== null && nextWords(python.next)}</td>
            <td>{belief.next !== null && nextWords(belief.next)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Value({ side: { variables }, name }: { side: PartingSide; name: string }) {
  const value = variables[name] ?? null;
  return <td>{value === null ? <em>{t('parting.absent')}</em> : <PrintedText text={value} />}</td>;
}

function Printed({ text }: { text: string | null }) {
  const words = text?.replace(/\n$/, '') ?? '';
  return <td>{words === '' ? <em>{t('parting.nothing')}</em> : <PrintedText text={words} />}</td>;
}

function nextWords(next: NonNullable<PartingSide['next']>): string {
  switch (next.event) {
    case 'line':
      return t('parting.next.line', { line: next.line });
    case 'end':
      return t('parting.next.end');
    default:
      return t(`parting.next.${next.event}`, { value: next.value });
  }
}
