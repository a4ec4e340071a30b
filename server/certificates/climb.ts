import { circle, type Paint, round, type Shape } from './drawing.ts';
import { INK, LINE, PAPER, TONGUE, toneOfRung } from './tones.ts';

/** A ladder of `rungs`, and a python that has climbed to `rung`; 1 is the lowest. */
export type Climb = { rung: number; rungs: number };

/**
 * Where it is drawn: the ladder's middle, its lowest and highest rung and its feet, how thick the python is, and the
 * colour of the ground, which sets off what lies before from what lies behind.
 */
export type ClimbPlace = {
  middle: number;
  lowest: number;
  highest: number;
  foot: number;
  body: number;
  ground: string;
};

/** More rungs than this are too close to be told apart; a longer ladder is drawn with as many, in proportion. */
const MOST_RUNGS = 8;

type Layout = ClimbPlace & { step: number; turn: number; rails: number; reach: number };

/** The picture of the house: ladder and python, in the tones of the rungs it has passed. */
export function drawClimb(climb: Climb, place: ClimbPlace): Shape[] {
  const { rung, rungs } = drawable(climb);
  const step = rungs === 1 ? place.lowest - place.highest : (place.lowest - place.highest) / (rungs - 1);
  const layout = {
    ...place,
    step,
    turn: Math.min(step * 0.16, place.body * 0.4),
    rails: place.body * 2.1,
    reach: place.body * 3.1,
  };
  const tones = paintOf({ rung, rungs }, layout);
  const crossings = Array.from({ length: rung - 1 }, (_, from) => from);
  return [
    ...crossings.filter((from) => from % 2 === 1).map((from) => crossing(from, layout, tones)),
    ...ladder({ rung, rungs }, layout),
    ...tail(layout, toneOfRung(0, rungs).fill),
    ...before(rung, layout, tones),
    ...face(rung, layout, toneOfRung(rung - 1, rungs).fill),
  ];
}

/** What the picture says, in words. */
export function describeClimb({ rung, rungs }: Climb): string {
  return `A ladder of ${rungs} ${rungs === 1 ? 'rung' : 'rungs'}; a python has climbed to rung ${rung}.`;
}

function drawable({ rung, rungs }: Climb): Climb {
  if (rungs <= MOST_RUNGS) return { rung, rungs };
  return { rung: 1 + Math.round(((rung - 1) / (rungs - 1)) * (MOST_RUNGS - 1)), rungs: MOST_RUNGS };
}

/** From the tone of the lowest rung to that of the one reached; on the lowest there is nothing between. */
function paintOf({ rung, rungs }: Climb, { lowest, step }: Layout): Paint {
  if (rung === 1) return toneOfRung(0, rungs).fill;
  const stops = Array.from({ length: rung }, (_, i): [number, string] => [
    round(i / (rung - 1)),
    toneOfRung(rung - 1 - i, rungs).fill,
  ]);
  return { id: `climb-${rung}-of-${rungs}`, top: round(lowest - (rung - 1) * step), bottom: round(lowest), stops };
}

function heightOf(place: number, { lowest, step }: Layout): number {
  return lowest - place * step;
}

function sideOf(place: number, { middle, reach }: Layout): number {
  return round(place % 2 === 0 ? middle - reach : middle + reach);
}

function ladder({ rung, rungs }: Climb, layout: Layout): Shape[] {
  const { middle, rails, step, body, foot, highest } = layout;
  const strokeWidth = round(body * 0.46);
  const top = round(highest - Math.min(step, body * 2) * 0.62);
  const across = (place: number) =>
    `M${round(middle - rails * 0.95)} ${round(heightOf(place, layout))}h${round(rails * 1.9)}`;
  const places = Array.from({ length: rungs }, (_, place) => place);
  const above = places.filter((place) => place >= rung).map(across);
  return [
    ...(above.length === 0 ? [] : [{ path: above.join(''), stroke: LINE, strokeWidth }]),
    {
      path: places
        .filter((place) => place < rung)
        .map(across)
        .join(''),
      stroke: INK,
      strokeWidth,
    },
    {
      path: [-rails, rails].map((side) => `M${round(middle + side)} ${round(foot - body * 0.5)}V${top}`).join(''),
      stroke: INK,
      strokeWidth,
    },
  ];
}

/** From one rung to the next: to the right before the ladder, to the left behind it. */
function wayAcross(from: number, layout: Layout): string {
  const [x0, x1] = [sideOf(from, layout), sideOf(from + 1, layout)];
  const [y0, y1] = [heightOf(from, layout) - layout.turn, heightOf(from + 1, layout) + layout.turn];
  const bend = (y0 - y1) * 0.5;
  return `M${x0} ${round(y0)}C${x0} ${round(y0 - bend)} ${x1} ${round(y1 + bend)} ${x1} ${round(y1)}`;
}

function crossing(from: number, layout: Layout, tones: Paint): Shape {
  return { path: wayAcross(from, layout), stroke: tones, strokeWidth: layout.body };
}

/** What lies before the ladder: crossings to the right, the lengths beside each rung, neck and skull, set off by paper. */
function before(rung: number, layout: Layout, tones: Paint): Shape[] {
  const { body, turn, ground } = layout;
  const crossings = Array.from({ length: rung - 1 }, (_, from) => from).filter((from) => from % 2 === 0);
  const beside = Array.from({ length: rung }, (_, place) => {
    const [x, y] = [sideOf(place, layout), heightOf(place, layout)];
    return `M${x} ${round(place === 0 ? tailOf(layout) : y + turn)}V${round(y - turn)}`;
  });
  const ways = [...crossings.map((from) => wayAcross(from, layout)), neck(rung, layout)].join('');
  return [
    { path: ways, stroke: ground, strokeWidth: round(body * 1.44) },
    { path: skull(rung, layout), stroke: ground, strokeWidth: round(body * 0.44) },
    { path: beside.join('') + ways, stroke: tones, strokeWidth: body },
  ];
}

/** How high the tail begins, which lies on the ground before the ladder's feet. */
function tailOf({ foot, body }: Layout): number {
  return foot - (38 * body) / 22;
}

function tail(layout: Layout, fill: string): Shape[] {
  const p = pointsAt(sideOf(0, layout), tailOf(layout), layout.body / 22);
  const edge =
    `M${p(-11, -1)}L${p(-11, 0)}C${p(-11, 30)} ${p(14, 45)} ${p(54, 44)}C${p(86, 43)} ${p(106, 33)} ${p(138, 36)}` +
    `C${p(141, 36.3)} ${p(141, 33.5)} ${p(138.5, 32.8)}C${p(110, 25)} ${p(84, 26)} ${p(56, 24.5)}C${p(26, 23)} ${p(11, 16)} ${p(11, 0)}L${p(11, -1)}`;
  return [
    { path: edge, stroke: layout.ground, strokeWidth: round(layout.body * 0.44) },
    { path: `${edge}Z`, fill },
  ];
}

/** From beside the highest rung to the middle, where the head begins. */
function neck(rung: number, layout: Layout): string {
  const { middle, turn } = layout;
  const [x, from, to] = [sideOf(rung - 1, layout), heightOf(rung - 1, layout) - turn, headOf(rung, layout)];
  const bend = (from - to) * 0.9;
  return `M${x} ${round(from)}C${x} ${round(from - bend)} ${middle} ${round(to + bend)} ${middle} ${round(to)}`;
}

/** How high the head begins. */
function headOf(rung: number, layout: Layout): number {
  return heightOf(rung - 1, layout) - layout.turn - layout.body;
}

function skull(rung: number, layout: Layout): string {
  const p = headPoints(rung, layout);
  return (
    `M${p(-11, 2)}C${p(-11, -4)} ${p(-19, -9)} ${p(-19, -21)}C${p(-19, -34)} ${p(-10, -45)} ${p(0, -45)}` +
    `C${p(10, -45)} ${p(19, -34)} ${p(19, -21)}C${p(19, -9)} ${p(11, -4)} ${p(11, 2)}Z`
  );
}

/** Points of the head, as seen from where it begins. */
function headPoints(rung: number, layout: Layout) {
  return pointsAt(layout.middle, headOf(rung, layout), layout.body / 22);
}

/** Writes points of what is drawn for a python 22 thick. */
function pointsAt(x: number, y: number, scale: number): (dx: number, dy: number) => string {
  return (dx, dy) => `${round(x + dx * scale)} ${round(y + dy * scale)}`;
}

function face(rung: number, layout: Layout, fill: string): Shape[] {
  const [k, y, p] = [layout.body / 22, headOf(rung, layout), headPoints(rung, layout)];
  const tongue = `M${p(0, -44)}L${p(0, -53)}M${p(0, -53)}L${p(-5, -60)}M${p(0, -53)}L${p(5, -60)}`;
  const eyes = (radius: number, dy: number) =>
    [-8.5, 8.5].map((dx) => circle(layout.middle + dx * k, y + dy * k, radius * k)).join('');
  return [
    { path: tongue, stroke: layout.ground, strokeWidth: round(8 * k) },
    { path: tongue, stroke: TONGUE, strokeWidth: round(3 * k) },
    { path: skull(rung, layout), fill },
    { path: eyes(4.2, -27), fill: PAPER },
    { path: eyes(2, -28), fill: INK },
  ];
}
