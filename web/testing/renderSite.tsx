import type { Me, Problem } from '@pyladder/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import { createQueryClient } from '../api/queries.ts';
import { ladder } from '../gallery/fixtures.ts';
import { createSiteRouter } from '../router.tsx';

export const nobody: Me = { person: null };
export const ada: Me = {
  person: {
    candidateId: '0197a3f0-0000-7000-8000-00000000ada0',
    name: 'Ada Lovelace',
    email: 'ada@example.org',
    roles: ['candidate'],
    extraTime: 0,
  },
};

/** What the server answers: a body, or a problem with its status, or null while it cannot be reached. */
export type Answer = object | { status: number; problem: Problem } | null;
export type Answers = Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /${'api' | 'credentials'}/${string}`, Answer>;

/** A "no" of the server. */
export function refusal(status: number, code: string, detail: Problem['detail'] = {}): Answer {
  return { status, problem: { code, detail } };
}

/**
 * Renders the whole site at an address, with only the network stood in for. What `answers` does not name is answered
 * as for somebody signed in with nothing done. Changing `answers` later changes what the server says.
 */
export function renderSite(address: string, answers: Answers = {}) {
  const known: Answers = {
    'GET /api/ladder': ladder,
    'GET /api/ladder/pcep/references': { objectives: [] },
    'GET /api/me': ada,
    ...answers,
  };
  const sent: { call: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (path: string, request: RequestInit = {}) => {
    const call = `${request.method ?? 'GET'} ${path}`;
    sent.push({ call, body: typeof request.body === 'string' ? JSON.parse(request.body) : null });
    return replyTo(known[call as keyof Answers], call);
  });
  vi.stubGlobal('scrollTo', () => undefined);
  // As index.html has it.
  document.documentElement.lang = 'en';
  const queries = createQueryClient();
  const router = createSiteRouter(queries, { history: createMemoryHistory({ initialEntries: [address] }) });
  const page = render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
    // Errors that a page catches are shown to the person; the test looks there.
    { onCaughtError: () => undefined },
  );
  return { ...page, router, sent, answers: known };
}

function replyTo(answer: Answer | undefined, call: string): Response {
  if (answer === undefined) throw new Error(`the test says nothing about ${call}`);
  if (answer === null) throw new TypeError('Failed to fetch');
  if ('problem' in answer) return Response.json(answer.problem, { status: answer.status });
  return Response.json(answer);
}
