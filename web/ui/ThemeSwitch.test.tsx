import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { ThemeSwitch } from './ThemeSwitch.tsx';

beforeEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset.theme;
});

/** Runs the script that stands in the head of every page, as a reload would. */
async function reload(): Promise<void> {
  delete document.documentElement.dataset.theme;
  vi.resetModules();
  await import('../public/theme.js');
}

test('a chosen theme is in force at once and after a reload', async () => {
  render(<ThemeSwitch />);
  await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(document.documentElement.dataset.theme).toBe('dark');
  await reload();
  expect(document.documentElement.dataset.theme).toBe('dark');
});

test('going back to the device’s own theme forgets the choice', async () => {
  render(<ThemeSwitch />);
  await userEvent.click(screen.getByRole('radio', { name: 'Light' }));
  await userEvent.click(screen.getByRole('radio', { name: 'As this device' }));
  await reload();
  expect(document.documentElement.dataset.theme).toBeUndefined();
});

test('nonsense in the browser’s storage does not break the page', async () => {
  localStorage.setItem('pyladder.theme', '"><script>');
  await reload();
  expect(document.documentElement.dataset.theme).toBeUndefined();
});
