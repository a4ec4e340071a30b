/** A room as ARCHITECTURE.md's table has it; a test keeps the two alike. */
export type Room = {
  name: string;
  /** Rooms whose exports it may import; all of them stand higher in the table. */
  mayImport: readonly string[];
  environment: string;
  /** Globs of its files that may use Node, besides tests; empty for rooms that run anywhere. */
  onNode: readonly string[];
  /** True while the room is spoken of but not there yet. */
  planned?: boolean;
};

const nowhere: readonly string[] = [];
const everywhere = ['**'];

export const rooms: readonly Room[] = [
  { name: 'psychometrics', mayImport: [], environment: 'language only', onNode: nowhere },
  { name: 'exam', mayImport: ['psychometrics'], environment: 'language only', onNode: nowhere },
  { name: 'credentials', mayImport: [], environment: 'language + Web Crypto', onNode: ['node/**', 'publishing/**'] },
  { name: 'contract', mayImport: ['exam'], environment: 'language only', onNode: nowhere },
  { name: 'python', mayImport: [], environment: 'worker', onNode: ['node/**', 'native/**'] },
  { name: 'bank', mayImport: ['exam', 'python'], environment: 'Node', onNode: everywhere },
  {
    name: 'server',
    mayImport: ['psychometrics', 'exam', 'credentials', 'contract', 'python', 'bank'],
    environment: 'Node',
    onNode: everywhere,
  },
  {
    name: 'web',
    mayImport: ['exam', 'credentials', 'contract', 'python'],
    environment: 'browser',
    onNode: ['build/**', '*.config.ts', '**/testing/**'],
  },
  {
    name: 'cli',
    mayImport: ['psychometrics', 'exam', 'credentials', 'contract', 'python', 'bank'],
    environment: 'Node',
    onNode: everywhere,
  },
  {
    name: 'tests',
    mayImport: ['psychometrics', 'exam', 'credentials', 'contract', 'python', 'bank'],
    environment: 'Node + Chromium',
    onNode: everywhere,
  },
];

/** Rooms that compile without the types of Node and of a browser. */
export const pureRooms = ['psychometrics', 'exam', 'contract'] as const;

/** Files that are not part of what is shipped: they may use what `devDependencies` name. */
export const developmentFiles: readonly string[] = [
  '**/*.test.ts',
  '**/*.test.tsx',
  '**/testing/**',
  '*.config.ts',
  'build/**',
];

/** Folders of web/ that every place may use; all other folders are places, which do not know each other. */
export const sharedInWeb: readonly string[] = [
  'ui',
  'api',
  'messages',
  'verifier',
  'try',
  'build',
  'testing',
  'public',
];

/** The folder of web/ that shows every place's pieces side by side; tests may use what it shows. */
export const galleryInWeb = 'gallery';

/**
 * Folders of web/ that show pieces of other places: side by side, or one item as candidates see it, to its author or to a
 * visitor, or where its program parts from a belief.
 */
export const showingPlacesInWeb: readonly string[] = [galleryInWeb, 'preview', 'try', 'proofs'];
