import { type RefObject, useEffect, useRef } from 'react';

/**
 * Puts the focus on the heading, and the page to its top, whenever something else is shown, but not when the page opens
 * or wakes. Lives above what it leads to, so that it outlasts the way from a question to the review and back.
 *
 * @param shown the question's position, or the review
 */
export function useHeadingFocus(shown: number | 'review'): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (!document.hasFocus()) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [shown]);
  return heading;
}
