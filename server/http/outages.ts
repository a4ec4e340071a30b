/** SQLSTATE classes and codes, and system errors, that mean: the database is away, shutting down or full up. */
const OUTAGE_CODES = /^(08...|53...|57P0[1-5]|57014|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH)$/;
/** The driver and its pool say these without a code. */
const OUTAGE_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|not queryable|Cannot use a pool after/;

/**
 * Whether a failure is the database's absence, not a bug: the same request may be sent again in a moment. Looks at
 * causes too, for the sign-in library wraps what it meets, and at plain objects, for the job library copies it into one.
 *
 * @see PostgreSQL documentation, appendix A "PostgreSQL Error Codes"
 */
export function isOutage(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const words = 'message' in error && typeof error.message === 'string' ? error.message : '';
  // A Unix socket that is gone; a missing file is something else.
  const isSocketGone = code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect';
  return (
    OUTAGE_CODES.test(code) || isSocketGone || OUTAGE_WORDS.test(words) || isOutage('cause' in error && error.cause)
  );
}
