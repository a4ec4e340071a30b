import type { CredentialPage } from '@pyladder/contract';
import { CopyButton } from '../ui/CopyButton.tsx';
import { writeVerifyCommand } from '../ui/verdict/command.ts';
import styles from './OtherWays.module.css';
import { t } from './words.ts';

/** Ways to check that need nothing of this page: the signed document, and a command. */
export function OtherWays({ page: { id, address, issuer } }: { page: CredentialPage }) {
  const command = writeVerifyCommand({ what: address, issuerId: issuer.id, origin: new URL(address).origin });
  return (
    <div className={styles.ways}>
      <h3>{t('check.more')}</h3>
      <p>
        <a href={`/credentials/${id}.json`} download>
          {t('check.more.json')}
        </a>{' '}
        {t('check.more.json.words')}
      </p>
      <p>{t('check.more.command')}</p>
      <pre className={styles.command}>
        <code>{command}</code>
      </pre>
      <div data-print="never">
        <CopyButton text={() => command}>{t('check.more.copy')}</CopyButton>
      </div>
      <p className={styles.address}>
        {t('address')}: <code>{address}</code>
      </p>
    </div>
  );
}
