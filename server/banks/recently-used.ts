/** Keeps the `limit` things that were used last; older ones are forgotten. For things that never change. */
export type RecentlyUsed<Thing> = { get(key: string): Thing | undefined; set(key: string, thing: Thing): void };

/** An empty one. A Map remembers the order of insertion, so the first key is the one unused for longest. */
export function createRecentlyUsed<Thing>(limit: number): RecentlyUsed<Thing> {
  const things = new Map<string, Thing>();
  return {
    get(key) {
      const thing = things.get(key);
      if (thing === undefined) return undefined;
      things.delete(key);
      things.set(key, thing);
      return thing;
    },
    set(key, thing) {
      things.delete(key);
      things.set(key, thing);
      const [oldest] = things.keys();
      if (things.size > limit && oldest !== undefined) things.delete(oldest);
    },
  };
}
