import { bakePng, bakeSvg } from '@pyladder/credentials';
import { findExamCredential, type Ladder } from '@pyladder/exam';
import { createRecentlyUsed } from '../banks/recently-used.ts';
import { type BadgeFacts, drawBadge, makeCertificate, renderPng } from '../certificates/index.ts';
import { createTurns } from './turns.ts';

/** A credential, as it is drawn. */
export type Pictured = {
  id: string;
  credential: string;
  short: string;
  name: string;
  isDemo: boolean;
  issuerName: string;
  issuedAt: Date;
  expiresAt: Date | null;
  address: string;
  document: string;
};

/** What only the certificate says. */
export type CertificateWords = { holderName: string | null; basis: { short: string; passedAt: Date }[] };

/** What a credential looks like; each picture holds the credential itself. */
export type Pictures = {
  svg(pictured: Pictured): string;
  png(pictured: Pictured): Uint8Array;
  /** @throws an error with status 503 if too many are being made */
  pdf(pictured: Pictured, words: CertificateWords): Promise<Uint8Array>;
};

/** Rungs times years; a picture of 60 kB each. */
const MOST_BADGES = 100;
/** At 25 kB each. */
const MOST_CERTIFICATES = 200;
/** A certificate takes some 60 ms of the thread that also keeps answers. */
const MOST_WAITING = 30;

/** Draws badges once for all that look the same, and certificates one after the other. */
export function createPictures(ladder: Ladder): Pictures {
  const drawings = createRecentlyUsed<string>(MOST_BADGES);
  const rendered = createRecentlyUsed<Uint8Array>(MOST_BADGES);
  const certificates = createRecentlyUsed<Uint8Array>(MOST_CERTIFICATES);
  const inTurn = createTurns(MOST_WAITING);

  const drawingOf = (facts: BadgeFacts) => keep(drawings, JSON.stringify(facts), () => drawBadge(facts));
  return {
    svg: (pictured) => bakeSvg(drawingOf(badgeFacts(ladder, pictured)), pictured.document),
    png(pictured) {
      const facts = badgeFacts(ladder, pictured);
      const plain = keep(rendered, JSON.stringify(facts), () => renderPng(drawingOf(facts)));
      return bakePng(plain, pictured.document);
    },
    async pdf(pictured, words) {
      const facts = {
        ...climbOf(ladder, pictured.credential),
        ...pictured,
        ...words,
        topics: findExamCredential(ladder, pictured.credential)?.sections.map(({ title }) => ({ title })) ?? [],
        credentialJson: pictured.document,
        credentialId: pictured.id,
      };
      const name = JSON.stringify(facts);
      const known = certificates.get(name);
      if (known !== undefined) return known;
      const made = await inTurn(() => makeCertificate(facts));
      // A name is kept nowhere but with its account: it may be taken back, or its bearer erased.
      if (words.holderName === null) certificates.set(name, made);
      return made;
    },
  };
}

function badgeFacts(ladder: Ladder, { credential, short, name, issuerName, issuedAt, isDemo }: Pictured): BadgeFacts {
  return { ...climbOf(ladder, credential), short, name, issuerName, year: issuedAt.getUTCFullYear(), isDemo };
}

/** A rung that the ladder no longer has is drawn as the only one. */
function climbOf({ credentials }: Ladder, id: string): { rung: number; rungs: number } {
  const at = credentials.findIndex((rung) => rung.id === id);
  return at < 0 ? { rung: 1, rungs: 1 } : { rung: at + 1, rungs: credentials.length };
}

function keep<Thing>(kept: ReturnType<typeof createRecentlyUsed<Thing>>, name: string, make: () => Thing): Thing {
  const thing = kept.get(name) ?? make();
  kept.set(name, thing);
  return thing;
}
