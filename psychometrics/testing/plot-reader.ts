import { everyElement, readXml, type XmlElement } from './xml-reader.ts';

/** A point in the units that the axes say. */
export type ReadPoint = { x: number; y: number };

/** A plot, read as a person reads it: by the marks of its axes and nothing else. */
export type ReadPlot = {
  root: XmlElement;
  name: string;
  description: string;
  /** All words that are seen. */
  words: string[];
  /** The points of every line, on the left scale. */
  lines: ReadPoint[][];
  /** The points of every line, on the right scale. */
  linesOnSecond: ReadPoint[][];
  of(className: string): XmlElement[];
  xAt(pixels: number): number;
  yAt(pixels: number): number;
};

/** Reads a plot. @throws Error if it is not well formed */
export function readPlot(svg: string): ReadPlot {
  const root = readXml(svg);
  const of = (className: string) =>
    everyElement(root).filter(({ attributes }) => attributes.get('class')?.split(' ').includes(className));
  const scaleOf = (axis: string, coordinate: 'x' | 'y') => readScale(of(`plot-axis-${axis}`)[0], coordinate);
  const [xAt, yAt, secondAt] = [scaleOf('x', 'x'), scaleOf('y', 'y'), scaleOf('second', 'y')];
  const paths = of('plot-line').flatMap(({ children }) => children.filter(({ name }) => name === 'path'));
  const linesBy = (read: (pixels: number) => number) =>
    paths.map(({ attributes }) => pointsOf(attributes.get('d') ?? '').map(({ x, y }) => ({ x: xAt(x), y: read(y) })));
  return {
    root,
    name: root.children.find(({ name }) => name === 'title')?.text ?? '',
    description: root.children.find(({ name }) => name === 'desc')?.text ?? '',
    words: everyElement(root).flatMap(({ name, text }) => (name === 'text' ? [text] : [])),
    lines: linesBy(yAt),
    linesOnSecond: linesBy(secondAt),
    of,
    xAt,
    yAt,
  };
}

/** A number attribute. */
export function numberOf({ attributes }: XmlElement, name: string): number {
  return Number(attributes.get(name) ?? Number.NaN);
}

/** The points of a path of straight lines. */
function pointsOf(d: string): ReadPoint[] {
  return [...d.matchAll(/[ML](\S+?) (\S+?)(?=[ML]|$)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

/** From pixels to values, by the first and last mark and the words at them. */
function readScale(axis: XmlElement | undefined, coordinate: 'x' | 'y'): (pixels: number) => number {
  const groups = axis?.children.filter(({ name }) => name === 'g') ?? [];
  const marks = groups[0]?.children.map((mark) => numberOf(mark, `${coordinate}1`)) ?? [];
  const values = groups[1]?.children.map(({ text }) => Number(text.replace('−', '-'))) ?? [];
  const [from = 0, to = 1, low = 0, high = 1] = [marks[0], marks.at(-1), values[0], values.at(-1)];
  return (pixels) => low + ((pixels - from) / (to - from)) * (high - low);
}
