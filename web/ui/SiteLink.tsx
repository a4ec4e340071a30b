import { createLink, Link } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { type ButtonLook, buttonClass } from './buttonClass.ts';

/** A link to another page of the site, without loading it anew. Its targets are checked by the compiler. */
export const SiteLink = Link;

type ButtonAnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  look?: ButtonLook;
  ref?: Ref<HTMLAnchorElement>;
};

/** A link that looks like a button, also to places outside the site's own pages (the exam room). */
export function ButtonAnchor({ look = 'plain', ref, children, ...rest }: ButtonAnchorProps) {
  return (
    <a {...rest} ref={ref} className={buttonClass(look)}>
      {children}
    </a>
  );
}

/** A {@link SiteLink} that looks like a button. */
export const ButtonLink = createLink(ButtonAnchor);
