import { type Instruments, readingOf } from '../clock/clock.ts';
import type { Ledger } from '../ledger.ts';
import { isOver, type Trouble } from '../roomState.ts';
import { type Bearing, withBearing, withoutQuestions } from '../store/kept.ts';
import { LARGEST_BATCH, nextBatch } from './batch.ts';
import { judgeDelivery, lastReceived } from './delivery.ts';
import type { Answered, RoomApi } from './roomApi.ts';

export type CourierParts = {
  sittingId: string;
  ledger: Ledger;
  api: RoomApi;
  now: () => Instruments;
  /** Does work while no other tab does the same. */
  takeTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Called when the store holds something that other tabs do not know. */
  tellTabs: () => void;
};

/** Goes between this computer and the server. Each errand says `true`, or what was in the way. */
export type Courier = {
  /** Fetches the whole sitting: what other devices did, a new token, state and clock. */
  refresh(): Promise<Errand>;
  /** Fetches state and clock. */
  askClock(): Promise<Errand>;
  /** Sends the outbox, oldest first, until it is empty. */
  sendAll(): Promise<Errand>;
  /** Hands in if that is wanted, and fetches the receipt if the sitting is over. */
  finish(): Promise<Errand>;
};

/** `absent`: the server says that nothing under this address belongs to whoever is signed in. */
export type Errand = true | Trouble | 'absent';

/** Time that a server must show before a room that closed by itself opens again, in seconds. */
const WORTH_REOPENING = 5;

export function openCourier({ sittingId, ledger, api, now, takeTurn, tellTabs }: CourierParts): Courier {
  let batchSize = LARGEST_BATCH;

  /** Takes in state and clock; time that was granted opens a room that had closed by itself. */
  async function takeBearing({ state, clock }: Bearing, asked: Instruments): Promise<void> {
    const arrived = now();
    ledger.change({ reading: readingOf(clock, arrived, arrived.tick - asked.tick), trouble: null });
    const reopens = state === 'running' && clock.remainingSeconds > WORTH_REOPENING;
    if (reopens && ledger.state().kept?.handIn === 'time') {
      await ledger.inOrder((store) => store.amend(sittingId, (kept) => ({ ...kept, handIn: null })));
    }
  }

  async function refresh(): Promise<Errand> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const revision = ledger.state().kept?.revision ?? 0;
      const asked = now();
      const answered = await api.getSitting(sittingId);
      if (answered.type !== 'reply') return shutOut(answered);
      const shown = { revision, arrivedAt: now().wall };
      const kept = await ledger.inOrder(
        (store) => store.adopt(sittingId, answered.reply, shown),
        () => ({ access: 'granted' }),
      );
      await takeBearing(answered.reply, asked);
      // Otherwise saves were settled while the view was on its way, and it may not show them.
      if (kept.revision === revision) return true;
    }
    return true;
  }

  function shutOut(answered: Exclude<Answered<unknown>, { type: 'reply' }>): Trouble | 'absent' {
    const why = answered.type !== 'refused' ? answered.type : answered.status === 401 ? 'signed-out' : 'absent';
    const isNews = answered.type === 'refused' || ledger.state().access === 'asking';
    if (isNews) ledger.change({ access: why });
    return why;
  }

  async function askClock(): Promise<Errand> {
    const view = ledger.state().kept?.view;
    if (!view) return refresh();
    const asked = now();
    const answered = await api.getClock(sittingId, view.token);
    if (answered.type === 'refused') return refresh();
    if (answered.type !== 'reply') return answered.type;
    const arrivedAt = now().wall;
    await ledger.inOrder((store) => store.amend(sittingId, (kept) => withBearing(kept, answered.reply, arrivedAt)));
    await takeBearing(answered.reply, asked);
    return true;
  }

  async function sendAll(): Promise<Errand> {
    let isRenewed = false;
    for (;;) {
      const result = await takeTurn(sendOnce);
      if (result === 'nothing') return true;
      if (result === 'shut-out') {
        const renewal = isRenewed ? 'busy' : await refresh();
        if (renewal !== true) return renewal;
        isRenewed = true;
      } else if (result === 'sent') {
        tellTabs();
      } else if (result !== 'again') {
        return result;
      }
    }
  }

  async function sendOnce(): Promise<'nothing' | 'sent' | 'again' | 'shut-out' | Trouble> {
    const { outbox, view } = await ledger.inOrder((store) => store.read(sittingId));
    const batch = nextBatch(outbox, batchSize);
    if (batch === null || view === null || view.state === 'paused') return 'nothing';
    const asked = now();
    const delivery = judgeDelivery(await api.save(sittingId, view.token, batch), view, batch);
    if (delivery.type === 'too-much') {
      batchSize = 1;
      return 'again';
    }
    if (delivery.type !== 'settled' && delivery.type !== 'set-aside') return delivery.type;
    const { outcomes, state, clock } = delivery.reply;
    const isWord = delivery.type === 'settled';
    const settlement = {
      deviceId: batch.deviceId,
      outcomes,
      bearing: { state, clock },
      arrivedAt: isWord ? now().wall : (ledger.state().kept?.clockArrivedAt ?? 0),
    };
    await ledger.inOrder(
      (store) => store.settle(sittingId, settlement),
      () => ({ savedAt: lastReceived(outcomes) ?? ledger.state().savedAt }),
    );
    if (isWord) await takeBearing(delivery.reply, asked);
    batchSize = Math.min(LARGEST_BATCH, batchSize * 2);
    return 'sent';
  }

  async function finish(): Promise<Errand> {
    const { kept, deeds } = ledger.state();
    if (kept === null || kept.view === null) return true;
    const { view } = kept;
    if (kept.receipt === null) {
      const isWanted = kept.handIn !== null && view.state === 'running' && kept.outbox.length + deeds.length === 0;
      if (!isWanted && !isOver(view.state)) return true;
      if (isWanted && kept.handIn === 'time') {
        // Time may have been granted since this room last heard of the server.
        const errand = await askClock();
        if (errand !== true || ledger.state().kept?.handIn !== 'time') return errand;
      }
      const answered = await api.submit(sittingId, view.token);
      if (answered.type === 'refused') return reconsider(answered.code);
      if (answered.type !== 'reply') return answered.type;
      await ledger.inOrder((store) => store.amend(sittingId, (known) => ({ ...known, receipt: answered.reply })));
      tellTabs();
    }
    if (ledger.state().kept?.outbox.length === 0) {
      await ledger.inOrder((store) => store.amend(sittingId, withoutQuestions));
      tellTabs();
    }
    return true;
  }

  /** Handing in was refused: the exam is paused (then it goes on later), or the token or the state was out of date. */
  async function reconsider(code: string): Promise<Errand> {
    if (code === 'sitting_paused') {
      await ledger.inOrder((store) => store.amend(sittingId, (kept) => ({ ...kept, handIn: null })));
      return refresh();
    }
    const renewal = await refresh();
    const hasNews = ledger.state().kept?.view?.state === 'voided';
    return renewal === true && !hasNews ? 'busy' : renewal;
  }

  return { refresh, askClock, sendAll, finish };
}
