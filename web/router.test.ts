import { PUBLIC_ADDRESSES, SITE_ADDRESSES } from '@pyladder/contract';
import { createMemoryHistory } from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { createQueryClient } from './api/queries.ts';
import { createSiteRouter } from './router.tsx';

test('the server knows every page of the site and no other, so that a page is never answered with 404', () => {
  const { routesByPath } = createSiteRouter(createQueryClient(), { history: createMemoryHistory() });
  expect(Object.keys(routesByPath).toSorted()).toEqual([...SITE_ADDRESSES].toSorted());
});

test('the pages that the server renders are those that say of themselves that they are for everybody', () => {
  const { routesByPath } = createSiteRouter(createQueryClient(), { history: createMemoryHistory() });
  const open = Object.entries(routesByPath).filter(([, { options }]) => options.staticData?.isPublic === true);
  expect(open.map(([path]) => path).toSorted()).toEqual([...PUBLIC_ADDRESSES].toSorted());
});
