export { findParting } from './find-parting.ts';
export { normalise, nothingPrinted, type OptionText, optionTextOf, withoutPunctuation } from './option-text.ts';
export type { Parting, PartingNext, PartingSide } from './parting.ts';
export { type Variables, Walk } from './walk.ts';
