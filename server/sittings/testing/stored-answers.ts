import type { TestApp } from '../../testing/test-app.ts';
import type { GivenSitting } from './given-sitting.ts';

/** The answers of a sitting as the database has them, in the order of their places. */
export function storedAnswers({ database }: Pick<TestApp, 'database'>, { key }: Pick<GivenSitting, 'key'>) {
  return database.db
    .selectFrom('answers')
    .selectAll()
    .where('sitting_id', '=', key.sittingId)
    .orderBy('place')
    .execute();
}
