/** The part of `jsonld` that this room uses; the package has no types of its own. */
declare module 'jsonld' {
  type LoadedDocument = { contextUrl: null; documentUrl: string; document: object; tag: 'static' };
  const jsonld: {
    toRDF(
      document: object,
      options: { safe: true; base: null; documentLoader: (address: string) => Promise<LoadedDocument> },
    ): Promise<import('./dataset.ts').Quad[]>;
  };
  export default jsonld;
}
