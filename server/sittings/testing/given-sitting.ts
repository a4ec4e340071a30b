import { randomUUID } from 'node:crypto';
import {
  GetSitting,
  Register,
  type SaveOutcome,
  SaveProgress,
  type SittingView,
  StartSitting,
  SubmitSitting,
} from '@pyladder/contract';
import type { Purpose, Save } from '@pyladder/exam';
import type { TestApp } from '../../testing/test-app.ts';
import type { Answer } from '../../testing/visitor.ts';
import type { SittingKey } from '../token.ts';

type Candidate = Awaited<ReturnType<TestApp['candidate']>>;

/** A sitting that a test's candidate has just begun, with what their room would do. */
export type GivenSitting = {
  candidate: Candidate;
  key: SittingKey;
  view: SittingView;
  bearer: { authorization: string };
  /** A device numbers its saves from 1. */
  device: (deviceId?: string) => Device;
  look: () => Promise<SittingView>;
  submit: () => Promise<Answer>;
  option: (position: number, nth: number) => string;
};

/** What a save says, before its device numbers it. */
export type Saying = { [Type in Save['type']]: Omit<Extract<Save, { type: Type }>, 'deviceSequence'> }[Save['type']];

export type Device = {
  deviceId: string;
  send: (...sayings: Saying[]) => Promise<Answer>;
  sendAs: (saves: unknown[]) => Promise<Answer>;
  choose: (position: number, nth: number) => Promise<SaveOutcome>;
};

/** A registration, unused, of a candidate. */
export async function givenRegistration(candidate: Candidate, purpose: Purpose = 'mock'): Promise<string> {
  const { status, text, body } = await candidate.call(Register, { body: { credential: 'pcep', purpose } });
  if (status !== 200) throw new Error(`register: ${status} ${text}`);
  return body.id;
}

/** A candidate of their own in the first minute of a PCEP exam. */
export async function givenRunningSitting(
  server: TestApp,
  purpose: Purpose = 'mock',
  known?: Candidate,
): Promise<GivenSitting> {
  const candidate = known ?? (await server.candidate());
  const registrationId = await givenRegistration(candidate, purpose);
  const started = await candidate.call(StartSitting, { params: { registrationId } });
  if (started.status !== 200) throw new Error(`start: ${started.status} ${started.text}`);
  const params = { sittingId: started.body.sittingId };
  const look = async (): Promise<SittingView> => {
    const { status, text, body } = await candidate.call(GetSitting, { params });
    if (status !== 200) throw new Error(`sitting: ${status} ${text}`);
    return body;
  };
  const view = await look();
  const bearer = { authorization: `Bearer ${view.token}` };
  const option = (position: number, nth: number) => view.items[position]?.options[nth]?.id ?? '';
  const device = (deviceId: string = randomUUID()): Device => {
    let sequence = 0;
    const sendAs = (saves: unknown[]) =>
      server.visitor().call(SaveProgress, { params, headers: bearer, body: { deviceId, saves } });
    const send = (...sayings: Saying[]) => sendAs(sayings.map((saying) => ({ ...saying, deviceSequence: ++sequence })));
    return {
      deviceId,
      send,
      sendAs,
      async choose(position, nth) {
        const { status, text, body } = await send({
          type: 'answer',
          position,
          response: { type: 'choice', option: option(position, nth) },
        });
        const [outcome] = status === 200 ? body.outcomes : [];
        if (outcome === undefined) throw new Error(`save: ${status} ${text}`);
        return outcome;
      },
    };
  };
  return {
    candidate,
    key: { candidateId: candidate.candidateId, ...params },
    view,
    bearer,
    device,
    look,
    option,
    submit: () => server.visitor().call(SubmitSitting, { params, headers: bearer }),
  };
}
