import catalogue from './misconceptions/catalogue.json' with { type: 'json' };

/** A wrong picture of Python that learners hold. The Python modules in misconceptions/ give it its effect. */
export type Misconception = {
  /** A stable word; never shown to learners. */
  id: string;
  /** Fits after "you may be thinking that". */
  belief: string;
  /** One sentence, read in ten seconds. */
  correction: string;
  /** The module in misconceptions/ that it stands in. */
  family: string;
  topics: string[];
  /** A program of a few lines that does one thing in Python and another under the belief. */
  snippet: string;
  /** Share of learners who hold it, in [0, 1]: a prior until there are answers to count. */
  prevalence: number;
};

/** Every misconception by its id. */
export const misconceptions: ReadonlyMap<string, Misconception> = new Map(
  catalogue.map((misconception): [string, Misconception] => [misconception.id, misconception]),
);
