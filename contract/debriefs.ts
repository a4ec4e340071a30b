import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { ItemView, Response } from './items.ts';
import { sittingParams } from './sitting-params.ts';
import { CredentialId, OptionId } from './words.ts';

/** A belief in words, never its id, and what is right instead. */
const Belief = z.object({ belief: z.string(), correction: z.string() });
/** Each entry is one way to get somewhere, with the beliefs that lead there together. */
const Beliefs = z.array(z.array(Belief));

/** What one line did to a program: no more than what was otherwise on the other side. */
const PartingSide = z.object({
  /** Name to value, as Python shows it; null: there is no such variable. */
  variables: z.record(z.string(), z.string().nullable()),
  /** What was printed; null if that was the same. */
  printed: z.string().nullable(),
  /** Where the program goes next; null if that was the same. */
  next: z
    .discriminatedUnion('event', [
      z.object({ event: z.literal('line'), line: z.int() }),
      z.object({ event: z.enum(['return', 'yield', 'raise']), value: z.string() }),
      z.object({ event: z.literal('end') }),
    ])
    .nullable(),
});

/** The first line of the program that, under the belief, does something else than in Python, when it was come to for the `time`th time. */
const Parting = z.object({ line: z.int(), time: z.int(), python: PartingSide, belief: PartingSide });
export type Parting = z.output<typeof Parting>;

export const DebriefItem = ItemView.omit({ options: true }).extend({
  objective: z.string(),
  explanation: z.string(),
  source: z.string().nullable(),
  /** CPython lines on which the key was shown. */
  provenOn: z.array(z.string()),
  /** Null if it was not answered. */
  response: Response.nullable(),
  /** Share of the point that the answer earned, in [0, 1]. */
  points: z.number(),
  options: z.array(
    z.object({
      id: OptionId,
      text: z.string(),
      /** For slots and orders: whether it is used in an answer that is right. */
      key: z.boolean(),
      chosen: z.boolean(),
      /** For a wrong option: how one gets here. */
      beliefs: Beliefs,
      because: z.string().nullable(),
      /** Where the program goes another way under the first of the beliefs; null where there is nothing to show. */
      parting: Parting.nullable(),
    }),
  ),
  /** For slots and orders: every answer that is right, as option ids; otherwise empty. */
  accepted: z.array(z.array(OptionId)),
  /** Of slots: why an option is wrong there, if the other slots are filled rightly. */
  slotFaults: z.array(z.object({ slot: z.int(), option: OptionId, beliefs: Beliefs, because: z.string().nullable() })),
  /** Of orders: what happens if `second` comes before `first`. */
  orderFaults: z.array(z.object({ first: OptionId, second: OptionId, because: z.string() })),
});
export type DebriefItem = z.output<typeof DebriefItem>;

export const Debrief = z.object({ sittingId: z.uuid(), credential: CredentialId, items: z.array(DebriefItem) });
export type Debrief = z.output<typeof Debrief>;

/** Mock sittings only, after release. Real ones: 404 `no_debrief`. */
export const GetDebrief = {
  method: 'GET',
  path: '/api/sittings/:sittingId/debrief',
  may: ['candidate'],
  summary: 'Every item of a mock sitting with key, beliefs and explanation',
  params: sittingParams,
  reply: Debrief,
} as const satisfies Endpoint;
