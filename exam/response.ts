/** What a candidate answered to one item. One shape a way of answering; option ids are opaque and per sitting. */
export type Response = { type: 'choice'; option: string | null };

/** True if the response says "no answer" (a choice taken back). */
export function isBlank(response: Response): boolean {
  return response.option === null;
}
