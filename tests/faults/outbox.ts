import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Save, SaveOutcome } from '@pyladder/contract';
import type { Room } from '../running/candidate.ts';
import { CallFailed } from '../running/candidate.ts';
import { someResponse } from '../running/some-response.ts';

type Receipt = Extract<SaveOutcome, { outcome: 'receipt' }>;

/** A candidate who answers all the time and, like the room in the browser, keeps each save until its receipt is there. */
export class RestlessCandidate {
  readonly room: Room;
  readonly receipts = new Map<number, { save: Save; receipt: Receipt }>();
  private readonly waiting: Save[] = [];
  private sequence = 0;
  private stopped = false;

  constructor(room: Room) {
    this.room = room;
  }

  /** Answers until told to stop, then sends what is left. */
  async work(): Promise<void> {
    while (!this.stopped || this.waiting.length > 0) {
      if (!this.stopped) this.waiting.push(this.nextAnswer());
      await this.flush();
      await sleep(20 + randomInt(60));
    }
  }

  stop(): void {
    this.stopped = true;
  }

  private nextAnswer(): Save {
    const items = this.room.view.items;
    const item = items[randomInt(items.length)];
    if (item === undefined) throw new Error('the form is empty');
    this.sequence += 1;
    return {
      type: 'answer',
      deviceSequence: this.sequence,
      position: item.position,
      response: someResponse(item, randomInt(100)),
    };
  }

  private async flush(): Promise<void> {
    const batch = this.waiting.slice(0, 100);
    if (batch.length === 0) return;
    try {
      for (const outcome of await this.room.save(batch)) this.settle(outcome);
    } catch (error) {
      // The server is gone, or says it cannot take saves now: both are what this test brings about. A refusal is not.
      if (error instanceof CallFailed && error.status < 500) throw error;
    }
  }

  private settle(outcome: SaveOutcome): void {
    if (outcome.outcome !== 'receipt') throw new Error(`an answer was not receipted: ${JSON.stringify(outcome)}`);
    const at = this.waiting.findIndex((save) => save.deviceSequence === outcome.deviceSequence);
    const [save] = this.waiting.splice(at, 1);
    if (save !== undefined) this.receipts.set(outcome.deviceSequence, { save, receipt: outcome });
  }
}
