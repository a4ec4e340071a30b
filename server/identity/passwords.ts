import { hash, type Options, verify } from '@node-rs/argon2';

/**
 * Cost of one guess: about 10 ms and 19 MiB. The library's default variant is argon2id.
 *
 * @see OWASP Password Storage Cheat Sheet, "Argon2id"
 */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The password as a salted argon2id hash in PHC notation. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

/** Whether the password is the one that was hashed. */
export function isPassword(password: string, hashed: string): Promise<boolean> {
  return verify(hashed, password.normalize('NFKC'));
}
