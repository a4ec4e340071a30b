/** A new random device id (UUID version 4). `crypto.randomUUID` is missing on pages without TLS; this is not. */
export function newDeviceId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => {
    if (index === 6) return ((byte & 0x0f) | 0x40).toString(16).padStart(2, '0');
    if (index === 8) return ((byte & 0x3f) | 0x80).toString(16).padStart(2, '0');
    return byte.toString(16).padStart(2, '0');
  });
  const join = (from: number, to: number) => hex.slice(from, to).join('');
  return `${join(0, 4)}-${join(4, 6)}-${join(6, 8)}-${join(8, 10)}-${join(10, 16)}`;
}
