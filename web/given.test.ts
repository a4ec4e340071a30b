import { expect, test } from 'vitest';
import { createQueryClient, ladderQuery, meQuery } from './api/queries.ts';
import { ladder } from './gallery/fixtures.ts';
import { GIVEN_ID, giveAlong, readGiven, takeOver } from './given.ts';

test('what a page was made from is there again in the browser, as fresh as if it had just been read', () => {
  const server = createQueryClient();
  server.setQueryData(ladderQuery.queryKey, ladder, { updatedAt: 1 });
  server.setQueryData(meQuery.queryKey, { person: null });
  document.body.innerHTML = `<script type="application/json" id="${GIVEN_ID}"></script>`;
  const place = document.getElementById(GIVEN_ID);
  if (place !== null) place.textContent = JSON.stringify(giveAlong(server, 'https://e.org'));
  const given = readGiven(document);
  expect(given?.origin).toBe('https://e.org');
  const browser = createQueryClient();
  if (given !== null) takeOver(browser, given);
  expect(browser.getQueryData(ladderQuery.queryKey)).toEqual(ladder);
  expect(browser.getQueryData(meQuery.queryKey)).toEqual({ person: null });
  expect(browser.getQueryState(ladderQuery.queryKey)?.dataUpdatedAt).toBeGreaterThan(Date.now() - 60_000);
});

test('a page that is made in the browser was given nothing', () => {
  document.body.innerHTML = '';
  expect(readGiven(document)).toBeNull();
});
