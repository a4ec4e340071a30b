/** The other tabs of this browser that show the same sitting. */
export type Tabs = { tellChanged(): void; close(): void };

/** Listens for changes that other tabs made to the store, and tells them of ours. Alone where there are no channels. */
export function joinTabs(sittingId: string, onChanged: () => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tellChanged() {}, close() {} };
  const channel = new BroadcastChannel(`pyladder-room ${sittingId}`);
  channel.onmessage = onChanged;
  return { tellChanged: () => channel.postMessage('changed'), close: () => channel.close() };
}
