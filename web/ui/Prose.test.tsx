import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Prose } from './Prose.tsx';

function htmlOf(text: string): string {
  return render(
    <p>
      <Prose text={text} />
    </p>,
  ).container.innerHTML;
}

test('code in a sentence is set as code, so that == and a word of Python are not read as English', () => {
  expect(htmlOf('First `not` is applied, then `==`.')).toBe(
    '<p>First <code>not</code> is applied, then <code>==</code>.</p>',
  );
});

test('what an author writes is text, in code and beside it: no markup of theirs reaches the page', () => {
  expect(htmlOf('`<b onclick=x>` is <i>no</i> tag')).toBe(
    '<p><code>&lt;b onclick=x&gt;</code> is &lt;i&gt;no&lt;/i&gt; tag</p>',
  );
});

test.each([
  ['a lone ` stays', '<p>a lone ` stays</p>'],
  ['an empty pair `` stays', '<p>an empty pair `` stays</p>'],
  ['`whole`', '<p><code>whole</code></p>'],
  ['`one``two`', '<p><code>one</code><code>two</code></p>'],
])('a sentence loses nothing that was written: %s', (text, html) => {
  expect(htmlOf(text)).toBe(html);
});
