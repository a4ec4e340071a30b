import type { PublicReason } from '@pyladder/contract';
import type { Report } from '@pyladder/credentials';

/** A report with what is known around it. */
export type Finding = Report & {
  /** ISO 8601. */
  checkedAt: string;
  by: 'browser' | 'server';
  /** When and why it was withdrawn; known of this site's own credentials only. */
  change: { at: string; reason: PublicReason } | null;
  /** Address of the credential that took its place. */
  replacedBy: string | null;
};

/** The verdict with what matters as much: that a valid one is a demonstration's, or that its status is not known. */
export type Shade = Exclude<Report['verdict'], 'valid'> | 'valid' | 'valid-incomplete' | 'valid-demo';

export function shadeOf({ verdict, complete, claims }: Pick<Report, 'verdict' | 'complete' | 'claims'>): Shade {
  if (verdict !== 'valid') return verdict;
  if (claims?.isDemo === true) return 'valid-demo';
  return complete ? 'valid' : 'valid-incomplete';
}

/** How good or bad the news is; told by icon and words, and by colour besides. */
export type Tone = 'right' | 'careful' | 'wrong';

const TONES: Record<Shade, Tone> = {
  valid: 'right',
  'valid-incomplete': 'careful',
  'valid-demo': 'careful',
  expired: 'careful',
  suspended: 'wrong',
  revoked: 'wrong',
  unknown_issuer: 'careful',
  forged: 'wrong',
  not_understood: 'careful',
};

export function toneOf(shade: Shade): Tone {
  return TONES[shade];
}

/** Verdicts under which nothing that the document says may be believed. */
export function isUnbelieved({ verdict }: Pick<Report, 'verdict'>): boolean {
  return verdict === 'forged' || verdict === 'unknown_issuer' || verdict === 'not_understood';
}
