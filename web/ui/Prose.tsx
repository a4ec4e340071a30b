/** A sentence written with an item; what stands between backticks is code. */
export function Prose({ text }: { text: string }) {
  return text.split(/`([^`]+)`/).map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place; parts never move
    return index % 2 === 1 ? <code key={index}>{part}</code> : part;
  });
}
