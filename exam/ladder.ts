/** Who named an objective: the article this ladder follows, or today's official syllabus. */
export type ObjectiveOrigin = 'article' | 'added';

export type Objective = { id: string; title: string; from: ObjectiveOrigin };

/** One topic of an exam, with the number of items a form draws from it. */
export type Section = { id: string; title: string; items: number; objectives: Objective[] };

export type Delivery = 'online' | 'centre' | 'remote';

export type Exam = {
  items: number;
  minutes: number;
  /** Share of the points needed to pass, in (0, 1]. */
  passMark: number;
  feeCents: number;
  /** ISO 4217. */
  currency: string;
  delivery: Delivery[];
  /** Whether an answer that is right in part earns a part of the point, where the kind of item allows it. */
  partialCredit: boolean;
  /** Where the cut lies on the common ability scale, in logits: a prior until there is data. */
  abilityCut?: number;
};

/** A rung that is reached by passing an exam. */
export type ExamCredential = {
  id: string;
  name: string;
  /** Short name as people say it ("PCEP"). */
  short: string;
  /** Credentials that must be held before registering. */
  requires: string[];
  /** Credentials that it is wise to hold; said, not enforced. */
  advises: string[];
  exam: Exam;
  /** Days between a failed sitting and the next start. */
  retakeDays: number;
  sections: Section[];
};

/** A rung that is granted by itself while all of these are held. */
export type GrantedCredential = { id: string; name: string; short: string; grantedBy: string[] };

export type Credential = ExamCredential | GrantedCredential;

/** All rungs, lowest first. */
export type Ladder = { id: string; title: string; credentials: Credential[] };

export function isGranted(credential: Credential): credential is GrantedCredential {
  return 'grantedBy' in credential;
}

/** The rung with this id, or null. */
export function findCredential(ladder: Ladder, id: string): Credential | null {
  return ladder.credentials.find((credential) => credential.id === id) ?? null;
}

/** The rung with this id if it has an exam, or null. */
export function findExamCredential(ladder: Ladder, id: string): ExamCredential | null {
  const credential = findCredential(ladder, id);
  return credential === null || isGranted(credential) ? null : credential;
}
