export {
  normalise,
  nothingPrinted,
  type OptionText,
  optionTextOf,
  withoutPunctuation,
} from '@pyladder/python/answers';
