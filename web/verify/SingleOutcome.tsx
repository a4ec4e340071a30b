import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { credentialPageQuery } from '../api/credentials.ts';
import { explainRefusal } from '../messages/refusals.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Finding } from '../ui/verdict/finding.ts';
import { HolderSection } from '../ui/verdict/HolderCheck.tsx';
import { ReportView } from '../ui/verdict/ReportView.tsx';
import type { Verifier } from '../verifier/verifier.ts';
import { AskServer, mayAskServer, useServerFinding } from './AskServer.tsx';
import { inputOfAddress } from './inputs.ts';
import type { FailureCode, Outcome } from './verifyInput.ts';
import { t } from './words.ts';

export type SingleOutcomeProps = {
  name: string;
  outcome: Outcome;
  verifier: () => Verifier;
  ownIssuers: readonly string[];
  /** Null for one of a list, which is not begun again for it. */
  retry: (() => void) | null;
};

/** One credential's report, or why there is none. Takes the focus, so that the verdict is what is heard next. */
export function SingleOutcome({ name, outcome, verifier, ownIssuers, retry }: SingleOutcomeProps) {
  if (outcome.kind === 'failed') return <FailedOutcome name={name} code={outcome.code} retry={retry} />;
  return <ReportOutcome {...{ name, outcome, verifier, ownIssuers }} />;
}

type ReportOutcomeProps = Omit<SingleOutcomeProps, 'retry' | 'outcome'> & {
  outcome: Extract<Outcome, { kind: 'report' }>;
};

function ReportOutcome({ name, outcome: { finding: found, badge }, verifier, ownIssuers }: ReportOutcomeProps) {
  const asked = useServerFinding(badge);
  const finding = useChange(asked.data ?? found, ownIssuers);
  const mayCompare = badge !== null && finding.claims !== null && finding.verdict !== 'forged';
  return (
    <ReportView finding={finding} name={name} focus="taken">
      {badge !== null && mayAskServer(finding, ownIssuers) && <AskServer asked={asked} />}
      {mayCompare && <HolderSection namesHolder={(email) => verifier().namesHolder(badge, email)} />}
    </ReportView>
  );
}

/** Adds when and why a credential of this site was withdrawn, which its hosted page knows. */
function useChange(finding: Finding, ownIssuers: readonly string[]): Finding {
  const { verdict, claims, change } = finding;
  const isWithdrawn = verdict === 'revoked' || verdict === 'suspended';
  const isOwn = claims !== null && ownIssuers.includes(claims.issuerId);
  const source = isOwn && claims.id !== null && URL.canParse(claims.id) ? ownSource(claims.id) : null;
  const page = useQuery({
    ...credentialPageQuery(source ?? ''),
    enabled: isWithdrawn && change === null && source !== null,
  });
  if (page.data === undefined || change !== null) return finding;
  const { lastChange, replacedBy } = page.data;
  return { ...finding, change: lastChange, replacedBy: replacedBy === null ? null : `/credentials/${replacedBy}` };
}

function ownSource(address: string): string | null {
  const { source } = inputOfAddress(address, new URL(address).origin);
  return 'document' in source ? source.document : null;
}

function FailedOutcome({ name, code, retry }: { name: string; code: FailureCode; retry: (() => void) | null }) {
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => view.current?.focus(), []);
  return (
    <div ref={view} tabIndex={-1}>
      <Notice tone="wrong" title={t('failed.title', { name })} voice="announced">
        <p>{explainFailure(code)}</p>
        {retry !== null && (
          <p>
            <Button onPress={retry}>{t('failed.again')}</Button>
          </p>
        )}
      </Notice>
    </div>
  );
}

function explainFailure(code: FailureCode): string {
  if (code === 'address_not_allowed' || code === 'address_not_reachable') return explainRefusal(code);
  return t(`failed.${code}`);
}
