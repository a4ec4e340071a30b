/** The part of `rdf-canonize` that this room uses; the package has no types of its own. */
declare module 'rdf-canonize' {
  const rdfCanonize: {
    canonize(
      dataset: readonly import('./dataset.ts').Quad[] | string,
      options: { algorithm: 'RDFC-1.0'; inputFormat?: 'application/n-quads'; maxWorkFactor: number },
    ): Promise<string>;
  };
  export default rdfCanonize;
}
