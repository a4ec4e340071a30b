import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';

/** A TLS server's own certificate and key, in PEM; who believes the certificate believes the server. */
export type ServerCertificate = { cert: string; key: string };

const ECDSA_WITH_SHA256 = sequence(der(0x06, '2a8648ce3d040302'));
const COMMON_NAME = der(0x06, '550403');
const SUBJECT_ALT_NAME = der(0x06, '551d11');
const BASIC_CONSTRAINTS = der(0x06, '551d13');
const DAY_MS = 86_400_000;

/**
 * Makes a self-signed certificate for host names.
 *
 * @param validDays from now; below 0 it has run out
 * @see RFC 5280, section 4.1
 */
export function makeCertificate(hostnames: readonly string[], validDays = 1): ServerCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  // Of two with the same name only one would be looked at.
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(`test ${randomUUID()}`)))));
  const now = Date.now();
  const validity = sequence(time(Math.min(now, now + validDays * DAY_MS) - DAY_MS), time(now + validDays * DAY_MS));
  const names = sequence(...hostnames.map((hostname) => der(0x82, Buffer.from(hostname))));
  const extensions = sequence(
    sequence(BASIC_CONSTRAINTS, der(0x04, sequence(der(0x01, 'ff')))),
    sequence(SUBJECT_ALT_NAME, der(0x04, names)),
  );
  const unsigned = sequence(
    der(0xa0, der(0x02, '02')),
    der(0x02, '01'),
    ECDSA_WITH_SHA256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = sign('sha256', unsigned, privateKey);
  const bytes = sequence(unsigned, ECDSA_WITH_SHA256, der(0x03, Buffer.concat([Buffer.of(0), signature])));
  const lines = bytes.toString('base64').replaceAll(/.{1,64}/g, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function time(instant: number): Buffer {
  return der(0x18, Buffer.from(`${new Date(instant).toISOString().replaceAll(/[-:T]|\..*/g, '')}Z`));
}

function der(tag: number, content: Buffer | string): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'hex') : content;
  const { length } = bytes;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), bytes]);
}
