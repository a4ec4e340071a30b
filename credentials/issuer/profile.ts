import { markDemo } from '../badge/demo.ts';
import { contextAddresses } from '../contexts/addresses.ts';

export type ProfileFacts = {
  did: string;
  name: string;
  url: string;
  isDemo: boolean;
  description?: string;
  email?: string;
};

/**
 * An issuer as Open Badges 3.0 describes it to whoever looks it up.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#profile
 */
export function buildIssuerProfile({ did, name, url, isDemo, description, email }: ProfileFacts): object {
  return {
    '@context': [contextAddresses.credentials, contextAddresses.openBadges],
    id: did,
    type: ['Profile'],
    name: isDemo ? markDemo(name) : name,
    url,
    ...(description === undefined ? {} : { description }),
    ...(email === undefined ? {} : { email }),
  };
}
