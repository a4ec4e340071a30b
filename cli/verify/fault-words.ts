import type { FetchFault, FetchFaultCode, IssuerFault, IssuerFaultCode } from '@pyladder/credentials/node';

const WORDS: Readonly<Record<FetchFaultCode | IssuerFaultCode, string>> = {
  address_malformed: 'it is no address that can be asked.',
  https_required: 'only https addresses are asked, and http ones of this machine that were named on the command line.',
  origin_not_allowed: 'it leads to a site that is neither named nor a trusted issuer’s.',
  private_address: 'it leads to a private machine, not to a public one.',
  name_unknown: 'there is no site of this name, or no connection.',
  tls_failed: 'the site could not prove who it is.',
  unreachable: 'the site cannot be reached.',
  timed_out: 'the site took too long.',
  cut_off: 'the site hung up in the middle.',
  too_large: 'what the site sent is too large.',
  too_many_redirects: 'the site sends from one address to the next.',
  encoding_refused: 'the site sent it compressed, which was not asked for.',
  type_refused: 'what lies there is of another kind.',
  not_found: 'there is nothing at this address.',
  status_refused: 'the site would not give it.',
  not_json: 'what lies there is not JSON.',
  no_keys: 'what lies there holds no key that can be used.',
  other_issuer: 'what lies there belongs to another issuer.',
};

/** Why nothing came from somewhere, as the end of a sentence. */
export function wordsOfFault(fault: FetchFault | IssuerFault | null): string {
  if (fault === null) return WORDS.timed_out;
  const detail = 'detail' in fault && fault.detail !== null ? ` (${fault.detail})` : '';
  return WORDS[fault.code].replace(/\.$/, `${detail}.`);
}

/** The same by its code, as a report has it. */
export function wordsOfReason(reason: string): string {
  return reason in WORDS ? WORDS[reason as keyof typeof WORDS] : 'it could not be fetched.';
}
