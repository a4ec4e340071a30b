export { fetchPageFiles, type ListedFile, type Progress } from './fetch-files.ts';
export type { FromWorker, HandedOver, PageFileName, PageRequest, ToWorker } from './messages.ts';
export { openPagePython, type PagePython, type PageWorker } from './page-python.ts';
