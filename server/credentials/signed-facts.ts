/** What is read off a document that this installation signed itself. */
export type SignedFacts = {
  /** The address it was issued under. */
  address: string;
  issuer: { id: string; name: string; url: string };
  achievementName: string;
};

/** Reads what was signed, rather than what the ladder or the settings say today. */
export function readSignedFacts(document: string): SignedFacts {
  // Our own words out of our own table: an append-only one.
  const { id, issuer, credentialSubject } = JSON.parse(document) as {
    id: string;
    issuer: SignedFacts['issuer'];
    credentialSubject: { achievement: { name: string } };
  };
  return {
    address: id,
    issuer: { id: issuer.id, name: issuer.name, url: issuer.url },
    achievementName: credentialSubject.achievement.name,
  };
}
