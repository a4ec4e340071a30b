import type { Endpoint } from '@pyladder/contract';
import * as contract from '@pyladder/contract';

/** Every endpoint there is, with its name: one that is added to the contract is tested from then on. */
export const endpoints: [string, Endpoint][] = Object.entries<unknown>(contract).flatMap(([name, part]) =>
  isEndpoint(part) ? [[name, part]] : [],
);

function isEndpoint(part: unknown): part is Endpoint {
  return (
    typeof part === 'object' && part !== null && ['method', 'path', 'may', 'reply'].every((field) => field in part)
  );
}
