import IntlMessageFormat from 'intl-messageformat';
import { createElement, Fragment, type ReactNode } from 'react';

export type MessageValue = string | number | Date;
export type MessageValues = Record<string, MessageValue>;

/** Dates, numbers and money are written as in Britain; the day's clock has 24 hours. */
export const LOCALE = 'en-GB';

const FORMATS = {
  number: {
    money: { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', minimumFractionDigits: 0 },
    percent: { style: 'percent' },
  },
  date: { day: { day: 'numeric', month: 'long', year: 'numeric' } },
  time: { minute: { hour: '2-digit', minute: '2-digit' }, second: { timeStyle: 'medium' } },
} as const;

/** Marks that a message may use, as tags: <b>…</b>, <code>…</code>, <em>…</em>. */
const MARKS = {
  b: (parts: ReactNode[]) => createElement('strong', null, ...parts),
  em: (parts: ReactNode[]) => createElement('em', null, ...parts),
  code: (parts: ReactNode[]) => createElement('code', null, ...parts),
};

export type Messages<Id extends string> = {
  /** The message as plain text. */
  t(id: Id, values?: MessageValues): string;
  /** The message with its marks as elements. */
  rich(id: Id, values?: MessageValues): ReactNode;
};

/**
 * Makes the sentences of one catalogue (ICU messages by id) available; each is parsed when first said.
 *
 * @see https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export function createMessages<Id extends string>(catalogue: Readonly<Record<Id, string>>): Messages<Id> {
  const parsed = new Map<Id, IntlMessageFormat>();
  function messageOf(id: Id): IntlMessageFormat {
    const known = parsed.get(id);
    if (known) return known;
    const message = new IntlMessageFormat(catalogue[id], LOCALE, FORMATS);
    parsed.set(id, message);
    return message;
  }
  return {
    t: (id, values) => String(messageOf(id).format(values)),
    rich: (id, values) => {
      const parts = messageOf(id).format<ReactNode>({ ...values, ...MARKS });
      return createElement(Fragment, null, ...(Array.isArray(parts) ? parts : [parts]));
    },
  };
}
