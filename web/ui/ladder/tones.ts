/** The rungs' tones from moss to indigo, lowest first; names of design tokens in ui/tokens.css. */
const TONES = ['pcep', 'pcap', 'pcpp1', 'pcpp2', 'cepp'] as const;

export type RungTone = (typeof TONES)[number];

/** The tone of the rung at `place` (0 is the lowest) on a ladder of `count` rungs, spread evenly over all tones. */
export function toneOfRung(place: number, count: number): RungTone {
  const share = count <= 1 ? 0 : place / (count - 1);
  return TONES[Math.round(share * (TONES.length - 1))] ?? TONES[0];
}

/** The colour that fills shapes of this tone. */
export function fillOf(tone: RungTone): string {
  return `var(--rung-${tone})`;
}

/** The colour that writes words in this tone. */
export function inkOf(tone: RungTone): string {
  return `var(--rung-${tone}-ink)`;
}
