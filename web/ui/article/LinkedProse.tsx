import { Fragment } from 'react';
import { Prose } from '../Prose.tsx';
import { SiteLink } from '../SiteLink.tsx';

/** A sentence of a catalogue: code between backticks, and links to pages of the site or elsewhere as [words](address). */
export function LinkedProse({ text }: { text: string }) {
  return text.split(/(\[[^\]]+\]\([^)\s]+\))/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place; parts never move
    <Fragment key={index}>{linkOf(part) ?? <Prose text={part} />}</Fragment>
  ));
}

function linkOf(part: string) {
  const [, words, address] = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(part) ?? [];
  if (words === undefined || address === undefined) return null;
  return address.startsWith('/') ? <SiteLink to={address}>{words}</SiteLink> : <a href={address}>{words}</a>;
}
