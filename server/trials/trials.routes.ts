import { AnswerTrialQuestion, GetTrialQuestions, GetTrialVariant } from '@pyladder/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';
import { requireAttemptsLeft } from '../identity/attempts.ts';
import { trialLimits } from './limits.ts';
import { answerTrialQuestion, getTrialQuestions, getTrialVariant } from './trials.actions.ts';

/** A new bank replaces questions; who meets one that is gone is given another. */
const KEPT_SECONDS = 600;

/** Practice questions for anybody, without an account; nothing is kept of what they answer. */
export function trialRoutes(app: FastifyInstance, deps: Deps): void {
  const { db, installation } = deps;
  const beforeBody = ({ ip }: FastifyRequest) => requireAttemptsLeft(db, installation.cookieSecret, trialLimits(ip));
  route(
    app,
    deps,
    GetTrialQuestions,
    async (_who, { params, reply }) => {
      const questions = await getTrialQuestions(deps, params);
      mayBeKept(reply);
      return { questions };
    },
    { beforeBody },
  );
  route(
    app,
    deps,
    GetTrialVariant,
    async (_who, { params: { item, ...key }, reply }) => {
      const question = await getTrialVariant(deps, key, item);
      mayBeKept(reply);
      return question;
    },
    { beforeBody },
  );
  route(
    app,
    deps,
    AnswerTrialQuestion,
    (_who, { params: { item, ...key }, body: { response } }) =>
      answerTrialQuestion(deps, key, { hash: item, response }),
    { beforeBody },
  );
}

/** The same for everybody, and for the same number always the same. */
function mayBeKept(reply: FastifyReply): void {
  reply.header('cache-control', `public, max-age=${KEPT_SECONDS}`);
}
