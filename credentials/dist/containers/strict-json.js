import { ContainerFault } from './fault.js';
import { largestCredential } from './limits.js';
import { writeUtf8 } from './utf8.js';
/** Why a text is not JSON that everybody reads alike. Lines and columns begin at 1. */
export class JsonFault extends ContainerFault {
    line;
    column;
    constructor(code, place, detail = {}) {
        super(code, { ...detail, line: String(place.line), column: String(place.column) });
        this.name = 'JsonFault';
        this.line = place.line;
        this.column = place.column;
    }
}
/** Everything but controls, the quotation mark and the backslash. */
const plainRun = /[ !#-[\]-\uffff]*/y;
const hexFour = /[0-9a-fA-F]{4}/y;
const number = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const word = /true|false|null/y;
const space = /[ \t\n\r]*/y;
const words = new Map([
    ['true', true],
    ['false', false],
    ['null', null],
]);
const escapes = new Map([
    ['"', '"'],
    ['\\', '\\'],
    ['/', '/'],
    ['b', '\b'],
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
]);
/** Reads one JSON text from its first character to its last, remembering where it is. */
class Reader {
    text;
    deepest;
    at = 0;
    depth = 0;
    constructor(text, deepest) {
        this.text = text;
        this.deepest = deepest;
    }
    readAll() {
        const value = this.readValue();
        if (this.at < this.text.length)
            throw this.fault('not_json');
        return value;
    }
    readValue() {
        this.match(space);
        const value = this.readBare();
        this.match(space);
        return value;
    }
    readBare() {
        const start = this.at;
        switch (this.text[start]) {
            case '{':
                return this.nested(() => this.readMembers());
            case '[':
                return this.nested(() => this.readElements());
            case '"':
                return this.readString();
            case 't':
            case 'f':
            case 'n':
                return words.get(this.match(word) ?? this.refuse('not_json'));
            default:
                return this.readNumber();
        }
    }
    nested(read) {
        if (++this.depth > this.deepest)
            throw this.fault('too_deep');
        this.at++;
        this.match(space);
        const value = read();
        this.depth--;
        return value;
    }
    readMembers() {
        const members = {};
        if (this.take('}'))
            return members;
        do {
            this.match(space);
            const start = this.at;
            const key = this.readString();
            // To set it would change what the object inherits; no vocabulary has such a term.
            if (key === '__proto__')
                throw this.fault('key_not_allowed', start, { key });
            if (Object.hasOwn(members, key))
                throw this.fault('duplicate_key', start, { key });
            this.match(space);
            if (!this.take(':'))
                throw this.fault('not_json');
            members[key] = this.readValue();
        } while (this.take(','));
        if (!this.take('}'))
            throw this.fault('not_json');
        return members;
    }
    readElements() {
        const elements = [];
        if (this.take(']'))
            return elements;
        do
            elements.push(this.readValue());
        while (this.take(','));
        if (!this.take(']'))
            throw this.fault('not_json');
        return elements;
    }
    readString() {
        const start = this.at;
        if (!this.take('"'))
            throw this.fault('not_json');
        let value = this.match(plainRun) ?? '';
        while (!this.take('"')) {
            if (!this.take('\\'))
                throw this.fault('not_json');
            value += this.readEscape() + (this.match(plainRun) ?? '');
        }
        if (!value.isWellFormed())
            throw this.fault('lone_surrogate', start);
        return value;
    }
    readEscape() {
        const letter = this.text[this.at++] ?? '';
        if (letter === 'u')
            return String.fromCharCode(Number.parseInt(this.match(hexFour) ?? this.refuse('not_json'), 16));
        return escapes.get(letter) ?? this.refuse('not_json', this.at - 1);
    }
    /** A number that would not be kept as given is refused, not rounded: what is signed is what is written. */
    readNumber() {
        const start = this.at;
        const written = this.match(number) ?? this.refuse('not_json');
        const value = Number(written);
        const isInteger = !/[.eE]/.test(written);
        if (!Number.isFinite(value) || (isInteger && !Number.isSafeInteger(value))) {
            throw this.fault('number_not_exact', start);
        }
        return value;
    }
    take(character) {
        if (this.text[this.at] !== character)
            return false;
        this.at++;
        return true;
    }
    /** What matches here, or null; an empty match counts as one. */
    match(pattern) {
        pattern.lastIndex = this.at;
        const found = pattern.exec(this.text);
        if (found === null)
            return null;
        this.at = pattern.lastIndex;
        return found[0];
    }
    refuse(code, at = this.at) {
        throw this.fault(code, at);
    }
    fault(code, at = this.at, detail = {}) {
        const before = this.text.slice(0, at);
        const line = before.split('\n').length;
        return new JsonFault(code, { line, column: at - before.lastIndexOf('\n') }, detail);
    }
}
/**
 * Reads a JSON text that every reader must take to mean the same. Beyond RFC 8259 it refuses what readers differ on:
 * a key given twice, `__proto__`, half of a surrogate pair, numbers that a double cannot keep. One byte order mark at
 * the beginning is passed over.
 *
 * @param limits by default 1 MB and 64 levels
 * @throws JsonFault not_json | duplicate_key | key_not_allowed | too_deep | too_large | lone_surrogate | number_not_exact
 * @see RFC 8259; RFC 7493 (I-JSON)
 */
export function parseStrictJson(text, { bytes = largestCredential, depth = 64 } = {}) {
    const start = { line: 1, column: 1 };
    // A character is at least one byte: what is longer in characters need not be counted in bytes.
    if (text.length > bytes)
        throw new JsonFault('too_large', start, { limitBytes: String(bytes) });
    const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
    const reader = new Reader(body, depth);
    if (!body.isWellFormed())
        throw reader.fault('lone_surrogate', body.search(/\p{Surrogate}/u));
    if (writeUtf8(text).length > bytes)
        throw new JsonFault('too_large', start, { limitBytes: String(bytes) });
    return reader.readAll();
}
