/** Some weeks of a plan with one aim. */
export type PlanStep = { weeks: number; title: string; words: string };

/** What is said of a credential beyond its facts. Lists are in order of weight, and may be empty; `code` stands between backticks. */
export type CredentialText = {
  /** One or two sentences: what holding it shows. */
  lead: string;
  /** For search engines and previews of links. */
  description: string;
  forWhom: string[];
  /** What each section asks in its own way, by section id. */
  sections: Record<string, string>;
  format: string[];
  /** What must be held, what one should know, and how to tell. */
  before: string[];
  prepare: string[];
  /** Weeks of preparation for somebody who is ready to begin; null where there is nothing to sit. */
  plan: { hoursPerWeek: number; steps: PlanStep[]; note: string } | null;
  pitfalls: string[];
  benefits: string[];
  roles: string[];
  limits: string[];
  /** What a certificate can and cannot say, beside work that can be shown. */
  experience: string[];
};

const texts = import.meta.glob<CredentialText>('../messages/credentials/*.en.json', { import: 'default' });

/** The text of a credential, or null for one that only has facts (another ladder's). Each is fetched by itself. */
export async function loadCredentialText(credentialId: string): Promise<CredentialText | null> {
  const load = texts[`../messages/credentials/${credentialId}.en.json`];
  return load === undefined ? null : load();
}
