const prime = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
/**
 * The y of the point of P-256 with this x whose parity is `isOdd`: 32 bytes, or null if no point has this x.
 *
 * @see SEC 1, section 2.3.4; the curve is y² = x³ − 3x + b, and its prime leaves 3 when divided by 4
 */
export function findY(x, isOdd) {
    const across = readInteger(x);
    if (across >= prime)
        return null;
    const square = modulo(across ** 3n - 3n * across + b);
    const root = raise(square, (prime + 1n) / 4n);
    if (modulo(root * root) !== square)
        return null;
    return writeInteger((root & 1n) === (isOdd ? 1n : 0n) ? root : prime - root);
}
function modulo(value) {
    return ((value % prime) + prime) % prime;
}
function raise(base, exponent) {
    let result = 1n;
    let power = base;
    for (let rest = exponent; rest > 0n; rest >>= 1n) {
        if (rest & 1n)
            result = modulo(result * power);
        power = modulo(power * power);
    }
    return result;
}
function readInteger(bytes) {
    let value = 0n;
    for (const byte of bytes)
        value = (value << 8n) | BigInt(byte);
    return value;
}
function writeInteger(value) {
    return Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * (31 - at))) & 0xffn));
}
