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
