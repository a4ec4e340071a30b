/** What PostgreSQL cannot say: the TypeScript type of a column's values, by `table.column`. */
export const columnOverrides: Readonly<Record<string, string>> = {
  'answers.response': 'Json<Response>',
  'audit_entries.detail': 'Json<Record<string, unknown>>',
  'forms.places': 'Json<FormPlace[]>',
  'items.content': 'Json<Item>',
  'items.kind': 'ItemKind',
  'scores.places': 'Json<PlaceScore[]>',
  'scores.sections': 'Json<SectionScore[]>',
};

/** Where the types above come from. */
export const overrideImports = {
  '@pyladder/exam': ['FormPlace', 'Item', 'ItemKind', 'PlaceScore', 'Response', 'SectionScore'],
} as const;
