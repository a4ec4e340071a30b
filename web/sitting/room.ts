import type { Ending } from '@pyladder/exam';
import { estimateFrom, hasDrifted, type Instruments, remainingAt } from './clock/clock.ts';
import { openLedger } from './ledger.ts';
import { isOver, type RoomSnapshot } from './roomState.ts';
import { waitAfter } from './sending/backoff.ts';
import { type Errand, openCourier } from './sending/courier.ts';
import type { RoomApi } from './sending/roomApi.ts';
import { takeTurn } from './sending/turn.ts';
import type { Deed } from './store/kept.ts';
import type { RoomStore } from './store/roomStore.ts';
import { joinTabs } from './tabs.ts';

export type RoomParts = {
  api: RoomApi;
  store: RoomStore;
  /** Both clocks of this computer, milliseconds. */
  now: () => Instruments;
  /** In [0, 1). */
  random: () => number;
};

/** One sitting on this page: what it shows, and what a candidate can do in it. */
export type Room = {
  snapshot(): RoomSnapshot;
  subscribe(listener: () => void): () => void;
  /** Shows a deed at once, writes it down, sends it as soon as may be. Without effect while the room is closed. */
  act(deed: Deed): void;
  /** Ends the sitting as soon as everything has arrived. */
  handIn(by: Ending): void;
  /** Takes back a hand-in that has not reached the server. */
  returnToQuestions(): void;
  /** Tries again now: the network is back, or somebody looks at the page. */
  wake(): void;
  /** The browser says that the network is gone. */
  noticeOffline(): void;
  close(): void;
};

/** How long what was kept waits for the server before it is shown, in milliseconds. */
const SERVER_FIRST = 1500;
const CLOCK_EVERY = 60_000;
const CLOCK_EVERY_PAUSED = 10_000;
/** A page that is looked at again asks the server what other devices did, at most this often, in milliseconds. */
const LOOKED_AT_EVERY = 3000;

/** Opens a sitting from what this computer keeps and what the server shows, whichever is there. */
export function openRoom(sittingId: string, { api, store, now, random }: RoomParts): Room {
  const ledger = openLedger(store);
  const tabs = joinTabs(sittingId, () => void hearTabs());
  const name = `pyladder-room ${sittingId}`;
  const courier = openCourier({
    sittingId,
    ledger,
    api,
    now,
    takeTurn: (work) => takeTurn(name, work),
    tellTabs: tabs.tellChanged,
  });
  let working = false;
  let askedAgain = false;
  let closed = false;
  let failures = 0;
  // A save that came through twice may be older than what another device has said since.
  let isViewInDoubt = false;
  let refreshedAt = Number.NEGATIVE_INFINITY;
  let next: ReturnType<typeof setTimeout> | undefined;
  const eachSecond = setInterval(watchClock, 1000);
  void open();

  async function open(): Promise<void> {
    const kept = await ledger.inOrder((known) => known.read(sittingId));
    isViewInDoubt = kept.outbox.length > 0;
    if (kept.view !== null) ledger.change({ reading: estimateFrom(kept.view.clock, kept.clockArrivedAt, now()) });
    if (kept.receipt === null) {
      const patience = setTimeout(() => ledger.change({ opening: false }), navigator.onLine ? SERVER_FIRST : 0);
      await refresh();
      clearTimeout(patience);
    }
    ledger.change({ opening: false });
    await work();
  }

  async function refresh(): Promise<boolean> {
    refreshedAt = now().tick;
    return goesOn(await courier.refresh());
  }

  /** Everything that is to be done, until nothing is left or something is in the way. One at a time. */
  async function work(): Promise<void> {
    askedAgain = true;
    if (working) return;
    working = true;
    try {
      while (askedAgain && !closed) {
        askedAgain = false;
        if (!(await workOnce())) return;
      }
    } finally {
      working = false;
    }
    schedule(clockPeriod(), poll);
  }

  async function workOnce(): Promise<boolean> {
    const { view, receipt } = ledger.state().kept ?? {};
    // The receipt of a sitting that is over waits for nothing.
    if (view && receipt === null && isOver(view.state) && !goesOn(await courier.finish())) return false;
    if (!goesOn(await courier.sendAll()) || !goesOn(await courier.finish())) return false;
    if (ledger.state().kept?.receipt !== null) return true;
    if (!isViewInDoubt && ledger.state().trouble === null) return true;
    isViewInDoubt = false;
    return refresh();
  }

  /** @returns whether an errand was done; otherwise it is tried again later, or when somebody looks at the page */
  function goesOn(errand: Errand): boolean {
    if (errand === true) {
      failures = 0;
      return true;
    }
    if (errand !== 'absent') fail(errand);
    return false;
  }

  function fail(trouble: Exclude<Errand, true | 'absent'>): void {
    failures += 1;
    isViewInDoubt = true;
    ledger.change({ trouble });
    schedule(waitAfter(failures, random()), retry);
  }

  async function retry(): Promise<void> {
    const { kept, access } = ledger.state();
    const isBarred = kept?.view === null && kept.receipt === null;
    if ((isBarred || access === 'absent') && !(await refresh())) return;
    await work();
  }

  async function poll(): Promise<void> {
    const { kept } = ledger.state();
    if (kept?.receipt === null && goesOn(await courier.askClock())) await work();
  }

  function schedule(milliseconds: number, task: () => Promise<void>): void {
    clearTimeout(next);
    if (!closed) next = setTimeout(() => void task(), milliseconds);
  }

  function clockPeriod(): number {
    const period = ledger.state().kept?.view?.state === 'paused' ? CLOCK_EVERY_PAUSED : CLOCK_EVERY;
    return period * (0.85 + 0.3 * random());
  }

  function watchClock(): void {
    const { reading, kept } = ledger.state();
    if (reading?.source !== 'server' || kept?.view?.state !== 'running' || kept.handIn !== null) return;
    const instruments = now();
    // A second later than it shows, so that the server agrees that the time is over.
    const isOverdue = remainingAt(reading, { ...instruments, tick: instruments.tick - 1000 }) === 0;
    if (hasDrifted(reading, instruments)) {
      // The page's own count remains the better guess until the server answers, and nobody is locked out on a guess.
      ledger.change({ reading: { ...reading, source: 'estimate' } });
      schedule(0, poll);
    } else if (isOverdue) {
      handIn('time');
    }
  }

  async function hearTabs(): Promise<void> {
    const { outbox, receipt } = await ledger.inOrder((known) => known.read(sittingId));
    if (ledger.state().trouble === null && (outbox.length > 0 || receipt !== null)) await work();
  }

  async function amendHandIn(decide: (current: Ending | null) => Ending | null): Promise<void> {
    await ledger.inOrder((known) => known.amend(sittingId, (kept) => ({ ...kept, handIn: decide(kept.handIn) })));
    tabs.tellChanged();
  }

  function handIn(by: Ending): void {
    void amendHandIn((current) => current ?? by).then(work);
  }

  function mayAct(deed: Deed): boolean {
    const { phase } = ledger.snapshot();
    // The last words of a note may come just after the room closed.
    return (phase.name === 'open' && !phase.paused) || (phase.name === 'handing-in' && deed.type === 'noted');
  }

  async function keep(deed: Deed): Promise<void> {
    await ledger.inOrder(
      (known) => known.keep(sittingId, deed),
      () => ({ deeds: ledger.state().deeds.slice(1) }),
    );
    tabs.tellChanged();
    const { trouble } = ledger.state();
    // Without a session the sitting's token may well be good; without a network the next attempt has its time.
    if (trouble === null || trouble === 'signed-out') await work();
  }

  return {
    snapshot: ledger.snapshot,
    subscribe: ledger.subscribe,
    act(deed) {
      if (!mayAct(deed)) return;
      ledger.change({ deeds: [...ledger.state().deeds, deed] });
      void keep(deed);
    },
    handIn,
    returnToQuestions: () => void amendHandIn(() => null),
    wake() {
      const { opening, trouble, kept } = ledger.state();
      if (opening) return;
      const isFresh = trouble === null && now().tick - refreshedAt < LOOKED_AT_EVERY;
      if (isFresh || kept?.receipt !== null) void work();
      else void refresh().then(work);
    },
    noticeOffline: () => fail('unreachable'),
    close() {
      closed = true;
      clearTimeout(next);
      clearInterval(eachSecond);
      tabs.close();
      ledger.close();
    },
  };
}
