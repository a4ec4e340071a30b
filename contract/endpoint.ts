import type { z } from 'zod';

/** Who may call an endpoint. A sitting token opens one sitting for saving and handing in, and nothing else. */
export type Caller = 'anyone' | 'candidate' | 'examiner' | 'administrator' | 'sitting-token';

/** One endpoint: what comes in (strict: unknown fields are refused), what goes out (undeclared fields are dropped), who may. */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Fastify path, parameters as `:name`. */
  path: `/${string}`;
  may: readonly Caller[];
  summary: string;
  params?: z.ZodType<Record<string, string | number>>;
  body?: z.ZodType;
  reply: z.ZodType;
};

export type Params<E extends Endpoint> = E extends { params: z.ZodType } ? z.output<E['params']> : Record<never, never>;
export type Body<E extends Endpoint> = E extends { body: z.ZodType } ? z.output<E['body']> : undefined;
/** What a caller receives: JSON, so instants are ISO 8601 strings. */
export type Reply<E extends Endpoint> = z.output<E['reply']>;
/** What a caller sends. */
export type BodyInput<E extends Endpoint> = E extends { body: z.ZodType } ? z.input<E['body']> : undefined;
