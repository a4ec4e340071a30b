import { type Climb, describeClimb, drawClimb } from './climb.ts';
import { circle, roundedBox, type Shape } from './drawing.ts';
import { type Arc, arcOf, letterCentred, letterRound, widthOf } from './lettering.ts';
import { writeSvg } from './svg.ts';
import { INK, PAPER, type Tone, toneOfRung } from './tones.ts';
import { type Setting, settingOf, typefaceFor } from './typefaces.ts';
import { shortText, visibleText } from './visible-text.ts';

/** What a badge shows; `rung` counts from 1, the lowest, to `rungs`. */
export type BadgeFacts = Climb & { short: string; name: string; issuerName: string; year: number; isDemo: boolean };

const SIZE = 512;
const MIDDLE = SIZE / 2;
const RING = { outer: 250, inner: 208 };
const PLATE = { left: 30, top: 352, height: 100, radius: 16 };

/**
 * Draws the badge of one rung: a seal with the ladder, the python that has climbed so far, and the short name.
 * The same facts give the same SVG, whose letters are outlines.
 *
 * @throws RangeError if there is no such rung
 */
export function drawBadge(facts: BadgeFacts): string {
  const { rung, rungs, isDemo } = facts;
  if (!(Number.isInteger(rung) && Number.isInteger(rungs) && 1 <= rung && rung <= rungs)) {
    throw new RangeError(`rung ${rung} of ${rungs}`);
  }
  const tone = toneOfRung(rung - 1, rungs);
  const shapes = [
    ...seal(tone, facts),
    ...drawClimb(facts, { middle: MIDDLE, lowest: 318, highest: 146, foot: 392, body: 25, ground: PAPER }),
    ...plate(tone, facts),
    ...(isDemo ? demoBand() : []),
  ];
  return writeSvg({ size: SIZE, ...wordsOf(facts), shapes });
}

function wordsOf({ short, name, issuerName, year, isDemo, rung, rungs }: BadgeFacts) {
  const title = `${visibleText(short)}: ${visibleText(name)}`;
  const issued = `${describeClimb({ rung, rungs })} Issued by ${visibleText(issuerName)} in ${year}.`;
  return {
    title: isDemo ? `DEMO, not a real badge. ${title}` : title,
    description: isDemo ? `The word DEMO is written across it: it attests nothing. ${issued}` : issued,
  };
}

function seal(tone: Tone, { issuerName, year }: BadgeFacts): Shape[] {
  const middle = (RING.outer + RING.inner) / 2;
  const over: Arc = { x: MIDDLE, y: MIDDLE, radius: middle - 8, size: 26, side: 'over', spacing: 1.5 };
  const under: Arc = { ...over, radius: middle + 8, side: 'under', spacing: 4 };
  return [
    { path: circle(MIDDLE, MIDDLE, RING.outer + 5), fill: PAPER },
    { path: circle(MIDDLE, MIDDLE, RING.outer), fill: tone.ink },
    { path: circle(MIDDLE, MIDDLE, RING.inner), fill: PAPER },
    { path: letterRound(fittingArc(issuerName, over), over), fill: PAPER },
    { path: letterRound(settingOf(String(year), 'semibold'), under), fill: PAPER },
  ];
}

/** As much of the issuer's name as goes round the upper part of the ring; in letters that it lacks, nothing. */
function fittingArc(name: string, arc: Arc): Setting {
  if (typefaceFor(visibleText(name), 'semibold') === null) return settingOf('', 'semibold');
  for (let limit = 60; limit > 1; limit -= 1) {
    const setting = settingOf(shortText(name, limit), 'semibold');
    if (arcOf(setting, arc) <= Math.PI * 1.05) return setting;
  }
  return settingOf('', 'semibold');
}

/** The short name; in letters that no typeface here has, which rung it is. */
function plate(tone: Tone, { short, rung, rungs }: BadgeFacts): Shape[] {
  const { left, top, height, radius } = PLATE;
  const width = SIZE - 2 * left;
  const written = shortText(short, 12);
  const setting = settingOf(typefaceFor(written, 'semibold') === null ? `${rung}/${rungs}` : written, 'semibold');
  const size = Math.min(86, (86 * (width - 48)) / widthOf(setting, 86));
  const capHeight = (setting.face.font.capHeight / setting.face.font.unitsPerEm) * size;
  const baseline = top + height / 2 + capHeight / 2;
  return [
    { path: roundedBox(left - 8, top - 8, width + 16, height + 16, radius + 8), fill: PAPER },
    { path: roundedBox(left, top, width, height, radius), fill: tone.ink },
    { path: letterCentred(setting, { x: MIDDLE, y: baseline, size }), fill: PAPER },
  ];
}

/** Across the whole picture, beyond its edge, so that nobody can overlook it or take it for an ornament. */
function demoBand(): Shape[] {
  const setting = settingOf('DEMO', 'semibold');
  return [
    { path: roundedBox(0, 248, SIZE, 92, 6), fill: PAPER },
    { path: roundedBox(0, 256, SIZE, 84, 6), fill: INK },
    { path: letterCentred(setting, { x: MIDDLE, y: 298 + 25, size: 74 }), fill: PAPER },
  ];
}
