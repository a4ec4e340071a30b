import catalogue from '../messages/credentials.en.json' with { type: 'json' };

/** What is said of a credential beyond its facts, in paragraphs; lists are in order of weight. */
export type CredentialText = {
  lead: string;
  forWhom: string[];
  format: string[];
  prepare: string[];
  pitfalls: string[];
  benefits: string[];
  limits: string[];
};

const texts: Readonly<Record<string, CredentialText>> = catalogue;

/** The text of a credential, or null for one that only has facts (another ladder's). */
export function findText(credentialId: string): CredentialText | null {
  return Object.hasOwn(texts, credentialId) ? (texts[credentialId] ?? null) : null;
}
