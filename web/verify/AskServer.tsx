import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Finding } from '../ui/verdict/finding.ts';
import type { Badge } from '../verifier/worker/protocol.ts';
import styles from './AskServer.module.css';
import { sendToServer } from './verifyInput.ts';
import { t } from './words.ts';

type Asked = UseMutationResult<Finding, Error, void>;

/** The same credential verified by this site's server, once it is asked to. */
export function useServerFinding(badge: Badge | null): Asked {
  return useMutation({
    mutationFn: () => {
      if (badge === null) throw new Error('there is nothing to send');
      return sendToServer(badge);
    },
  });
}

/** True where the server can find out what this browser may not ask for: the status with another trusted issuer. */
export function mayAskServer(finding: Finding, ownIssuers: readonly string[]): boolean {
  const { by, verdict, complete, claims } = finding;
  return (
    by === 'browser' && verdict === 'valid' && !complete && claims !== null && !ownIssuers.includes(claims.issuerId)
  );
}

/** Offers to send the credential to the server, saying why and what happens with it. */
export function AskServer({ asked }: { asked: Asked }) {
  return (
    <section className={styles.ask}>
      <h3>{t('ask.title')}</h3>
      <p>{t('ask.words')}</p>
      <Button isPending={asked.isPending} onPress={() => asked.mutate()}>
        {t(asked.isPending ? 'ask.pending' : 'ask.submit')}
      </Button>
      {asked.isError && (
        <Notice tone="wrong" voice="announced">
          {t('ask.failed')}
        </Notice>
      )}
    </section>
  );
}
