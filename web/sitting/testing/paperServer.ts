import type { Clock, ItemView, SaveOutcome, SittingView, SubmissionReceipt } from '@pyladder/contract';
import {
  GetSittingClock,
  SubmissionReceipt as ReceiptSchema,
  SaveProgress,
  SittingView as SittingViewSchema,
} from '@pyladder/contract';
import {
  acceptSave,
  deadline,
  Refusal,
  remainingSeconds,
  type Save,
  type Timing,
  totalSeconds,
  withSave,
} from '@pyladder/exam';
import { spaceOf } from '../answering/space.ts';
import { SITTING_ID, sampleView } from './sampleSitting.ts';

export type PaperReply = { status: number; body: unknown };

export type PaperSitting = {
  size?: number;
  minutes?: number;
  purpose?: SittingView['purpose'];
  items?: readonly ItemView[];
};

/** A sitting's server as the contract describes it, in memory, with the real rules; it can be made to misbehave. */
export class PaperServer {
  /** Everything received, in order, with its device. */
  readonly received: { deviceId: string; save: Save; acceptance: 'counted' | 'late' }[] = [];
  /** Requests served, newest last. */
  readonly requests: string[] = [];
  view: SittingView;
  timing: Timing;
  signedIn = true;
  token = 'token-1';
  receipt: SubmissionReceipt | null = null;
  /** What to answer instead, for requests whose line (`POST /saves`) matches. */
  fault: { on: RegExp; reply: PaperReply } | null = null;
  /** Milliseconds added to the time of this machine. */
  clockSkew = 0;
  readonly #outcomes = new Map<string, { body: string; outcome: SaveOutcome }>();

  /** @param given its questions, if not the sample ones */
  constructor({ size = 30, minutes = 40, purpose = 'mock', items: given }: PaperSitting = {}) {
    const view = sampleView({ size: given?.length ?? size, minutes });
    this.view = { ...view, purpose, items: given?.map((item, position) => ({ ...item, position })) ?? view.items };
    this.timing = {
      startedAt: new Date(),
      limitSeconds: minutes * 60,
      allowanceSeconds: 0,
      grantedSeconds: 0,
      pausedSeconds: 0,
      pausedAt: null,
    };
  }

  get now(): Date {
    return new Date(Date.now() + this.clockSkew);
  }

  get clock(): Clock {
    return {
      now: this.now.toISOString(),
      startedAt: (this.timing.startedAt ?? this.now).toISOString(),
      deadline: deadline(this.timing)?.toISOString() ?? null,
      remainingSeconds: remainingSeconds(this.timing, this.now),
      totalSeconds: totalSeconds(this.timing),
    };
  }

  pause(): void {
    this.view = { ...this.view, state: 'paused' };
    this.timing = { ...this.timing, pausedAt: this.now };
  }

  resume(): void {
    const pausedAt = this.timing.pausedAt ?? this.now;
    const seconds = Math.ceil((this.now.getTime() - pausedAt.getTime()) / 1000);
    this.timing = { ...this.timing, pausedAt: null, pausedSeconds: this.timing.pausedSeconds + seconds };
    this.view = { ...this.view, state: 'running' };
  }

  /** Moves the end, so that `seconds` are left. */
  leave(seconds: number): void {
    const left = remainingSeconds(this.timing, this.now);
    this.timing = { ...this.timing, grantedSeconds: this.timing.grantedSeconds + Math.round(seconds - left) };
  }

  /** Makes tokens given so far worthless. */
  renewToken(): void {
    this.token = `token-${Number(this.token.slice(6)) + 1}`;
  }

  answer(method: string, path: string, authorization: string | undefined, body: unknown): PaperReply {
    const tail = path.replace(`/api/sittings/${SITTING_ID}`, '');
    const line = `${method} ${tail === '' ? '/' : tail}`;
    this.requests.push(line);
    if (this.fault?.on.test(line)) return this.fault.reply;
    if (tail === path) return problem(404, 'not_found');
    if (line === 'GET /') {
      if (!this.signedIn) return problem(401, 'not_signed_in');
      return { status: 200, body: SittingViewSchema.parse({ ...this.view, clock: this.clock, token: this.token }) };
    }
    if (authorization !== `Bearer ${this.token}`) return problem(401, 'sitting_token_invalid');
    if (line === 'GET /clock') {
      return { status: 200, body: GetSittingClock.reply.parse({ state: this.view.state, clock: this.clock }) };
    }
    if (line === 'POST /saves') return this.#save(body);
    if (line === 'POST /submission') return this.#submit();
    return problem(404, 'not_found');
  }

  #save(body: unknown): PaperReply {
    const parsed = SaveProgress.body.safeParse(body);
    if (!parsed.success) return problem(400, 'invalid_request');
    const { deviceId, saves } = parsed.data;
    const outcomes = saves.map((save) => this.#take(deviceId, save));
    return { status: 200, body: SaveProgress.reply.parse({ outcomes, state: this.view.state, clock: this.clock }) };
  }

  #take(deviceId: string, save: Save): SaveOutcome {
    const { deviceSequence } = save;
    const name = `${deviceId} ${deviceSequence}`;
    const body = JSON.stringify(save);
    const known = this.#outcomes.get(name);
    if (known !== undefined) {
      return known.body === body ? known.outcome : { outcome: 'refused', deviceSequence, code: 'sequence_conflict' };
    }
    const item = this.view.items[save.position];
    const space = item === undefined ? null : spaceOf(item);
    const head = { id: this.view.id, state: this.view.state, timing: this.timing, formSize: this.view.items.length };
    try {
      const acceptance = acceptSave(head, save, space, this.now);
      this.received.push({ deviceId, save, acceptance });
      this.view = { ...this.view, progress: withSave(this.view.progress, save) };
      const outcome = this.#outcomeOf(save, acceptance);
      this.#outcomes.set(name, { body, outcome });
      return outcome;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { outcome: 'refused', deviceSequence, code: error.code };
    }
  }

  #outcomeOf(save: Save, acceptance: 'counted' | 'late'): SaveOutcome {
    const receivedAt = this.now.toISOString();
    if (save.type !== 'answer') return { outcome: 'kept', deviceSequence: save.deviceSequence, receivedAt };
    const place = this.received.filter((each) => each.save.type === 'answer').length;
    return {
      outcome: 'receipt',
      deviceSequence: save.deviceSequence,
      place,
      receivedAt,
      chain: seal(place),
      acceptance,
    };
  }

  #submit(): PaperReply {
    if (this.view.state === 'paused') return problem(409, 'sitting_paused');
    if (this.view.state === 'voided') return problem(409, 'sitting_closed');
    const isOver = remainingSeconds(this.timing, this.now) === 0;
    const answers = this.received.filter(({ save }) => save.type === 'answer').length;
    this.receipt ??= {
      sittingId: this.view.id,
      submittedAt: this.now.toISOString(),
      endedBy: isOver ? 'time' : 'candidate',
      answers,
      chainHead: seal(answers),
      signature: 'paper.paper.paper',
    };
    this.view = { ...this.view, state: 'submitted' };
    return { status: 200, body: ReceiptSchema.parse(this.receipt) };
  }
}

function problem(status: number, code: string): PaperReply {
  return { status, body: { code, detail: {} } };
}

/** Stands for the chain's hash: different after each answer, of the right form. */
function seal(place: number): string {
  return place.toString(16).padStart(8, '0').repeat(8);
}
