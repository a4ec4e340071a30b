import { type RawBuilder, sql } from 'kysely';

/**
 * The name of whoever a column's candidate id stands for, or null: acts are kept with pseudonyms only, so names are looked
 * up when somebody reads, and are gone when the person is.
 */
export function nameOfCandidate(column: string): RawBuilder<string | null> {
  return sql`(
    SELECT users.name FROM identity.people JOIN identity."user" users ON users.id = people.user_id
    WHERE people.candidate_id = ${sql.ref(column)})`;
}
