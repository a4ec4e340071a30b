import type { HighlightedLine } from '@pyladder/exam';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { program } from '../gallery/fixtures.ts';
import { CodeBlock } from './CodeBlock.tsx';

test('what is copied is the program, space for space, without line numbers', () => {
  const { container } = render(<CodeBlock lines={program} />);
  expect(container.querySelector('code')?.textContent).toBe(
    `${program.map((line) => line.map(([text]) => text).join('')).join('\n')}\n`,
  );
});

test('a program says how long it is before it is read out', () => {
  render(<CodeBlock lines={program} />);
  expect(screen.getByRole('figure', { name: 'Program, 5 lines' })).toBeDefined();
});

test('a gap is named to those who cannot see it, and holds its word in place once it has one', () => {
  const lines: HighlightedLine[] = [
    [
      ['for day in ', 'plain'],
      ['⟨1⟩', 'gap'],
      ['[', 'plain'],
      ['⟨2⟩', 'gap'],
      [']:', 'plain'],
    ],
  ];
  const { container } = render(<CodeBlock lines={lines} gaps={['week', null]} />);
  expect(container.querySelector('code')?.textContent).toBe('for day in week[⟨2⟩]:\n');
  expect(screen.getByRole('img', { name: 'gap 2' })).toBeDefined();
  expect(screen.queryByRole('img', { name: 'gap 1' })).toBeNull();
});
