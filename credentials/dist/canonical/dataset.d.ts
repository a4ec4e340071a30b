/** A statement in RDF, as `jsonld` and `rdf-canonize` have it. */
export type Quad = {
    subject: Node;
    predicate: Node;
    object: Node | Literal;
    graph: Node;
};
export type Node = {
    termType: 'NamedNode' | 'BlankNode' | 'DefaultGraph';
    value: string;
};
export type Literal = {
    termType: 'Literal';
    value: string;
    datatype: {
        value: string;
    };
    language?: string;
};
