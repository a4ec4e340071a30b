/** An entry of Pyodide's in-memory file system; directories hold entries by name, files hold bytes. */
export type FileNode = {
  mode: number;
  contents: Record<string, FileNode> | Uint8Array | null;
  usedBytes?: number;
  /** What happens when an open file is used; all files share one such object until one is given its own. */
  stream_ops?: { write?(...given: unknown[]): number };
};

/** The part of Emscripten's file system that is needed to look at it and to tidy it. */
export type FileSystem = {
  root: FileNode;
  streams: (object | null | undefined)[];
  chdir(path: string): void;
  chmod(path: string, mode: number): void;
  unlink(path: string): void;
  rmdir(path: string): void;
  isDir(mode: number): boolean;
  mkdirTree(path: string): void;
  readFile(path: string): Uint8Array;
  writeFile(path: string, content: string | Uint8Array): void;
};

/** A Python function, held by JavaScript. */
export type PythonFunction = (...texts: string[]) => string;

/** The part of Pyodide that an interpreter needs; some of it is internal, so versions are pinned exactly. */
export type Pyodide = {
  FS: FileSystem;
  /** Called with the cause when the interpreter itself dies, before it writes its last words. */
  _api: { fatal_error(cause: unknown): never };
  _module: {
    HEAPU8: Uint8Array;
    growMemory(bytes: number): 1 | undefined;
    _sbrk(bytes: number): number;
    /** Where the stack begins; it grows downwards to its end. */
    _emscripten_stack_get_base(): number;
    _emscripten_stack_get_end(): number;
  };
  runPython(code: string): PythonFunction;
  /** Of one that was started for it. */
  makeMemorySnapshot(): Uint8Array;
  setStdin(options: { read(buffer: Uint8Array): number }): void;
  setStdout(options: { write(bytes: Uint8Array): number }): void;
  setStderr(options: { write(bytes: Uint8Array): number }): void;
  setInterruptBuffer(flag: Record<number, number>): void;
};
