/** The formats that items are exported in. */
export const exportFormats = ['jsonl', 'qti3', 'gift', 'moodle-xml'] as const;
export type ExportFormat = (typeof exportFormats)[number];
