import axe from 'axe-core';

/**
 * What axe finds wrong in the page as it stands, a line each; [] is what one wants. Colours are not looked at: without a
 * layout there are none. The journeys look at them in a real browser.
 */
export async function axeFindings(): Promise<string[]> {
  // React Aria's own announcer speaks of elements that may have gone meanwhile, and forgets it after some seconds.
  const page = { include: ['body'], exclude: ['[data-live-announcer]'] };
  const { violations } = await axe.run(page, {
    rules: { 'color-contrast': { enabled: false } },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
}
