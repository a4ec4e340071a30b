import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { createQueryClient } from './api/queries.ts';
import { readGiven, takeOver } from './given.ts';
import { createSiteRouter } from './router.tsx';
import { Site } from './Site.tsx';

const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no element with the id "page"');

const given = readGiven(document);
const queries = createQueryClient();
const router = createSiteRouter(queries, { origin: given?.origin ?? window.location.origin });

// A new page is announced by its heading, as if it had been loaded anew.
router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
  if (fromLocation !== undefined && pathChanged) document.querySelector<HTMLElement>('main h1')?.focus();
});

const site = (
  <StrictMode>
    <Site queries={queries} router={router} />
  </StrictMode>
);

if (given === null) {
  createRoot(page).render(site);
} else {
  takeOver(queries, given);
  // The router then frames its pages as it did on the server.
  router.ssr = { manifest: undefined };
  // What is already on the page stays readable meanwhile; it comes to life when its code is there.
  await router.load();
  hydrateRoot(page, site);
}
