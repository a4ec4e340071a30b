import { type Logger, pino } from 'pino';
import { isOutage } from '../http/outages.ts';
import { createOutageWatch, type OutageWatch } from './outage-watch.ts';
import type { LogLevel } from './settings.ts';

export type Log = { log: Logger; watch: OutageWatch };

const { warn, error: failed } = pino.levels.values;

/**
 * The log of the process. While the database is away, what fails for that reason is told by one line when it begins, a
 * count now and then, and one line when it is over: never a line a request.
 *
 * @param destination takes the lines, JSON each; standard output unless given
 */
export function createLog(level: LogLevel, destination?: { write: (line: string) => void }): Log {
  const watch = createOutageWatch((outage) => log.warn(outage, 'the database is back'));
  const log = pino(
    {
      level,
      serializers: { err: pino.stdSerializers.wrapErrorSerializer(withoutParticulars) },
      hooks: {
        logMethod(args, method, at) {
          const isOfOutage = (at === warn || at === failed) && isOutage(errorOf(args[0]));
          const worth = isOfOutage ? watch.hear() : 'plain';
          if (worth === 'plain') return method.apply(this, args);
          if (worth === null) return;
          if (worth !== 'news') return method.apply(this, [worth, 'the database still fails']);
          const [said, words = 'something failed'] = args;
          const detail = said instanceof Error ? { err: said } : said;
          method.apply(this, [detail, `${words}; the database fails, and what fails until it is back is only counted`]);
        },
      },
    },
    destination ?? pino.destination(1),
  );
  return { log, watch };
}

function errorOf(said: unknown): unknown {
  return typeof said === 'object' && said !== null && 'err' in said ? said.err : said;
}

/** Of the driver's errors: the whole connection would follow, and PostgreSQL's detail repeats what people entered. */
function withoutParticulars(error: pino.SerializedError): pino.SerializedError {
  if (!('severity' in error || 'client' in error)) return error;
  const { client: _client, detail: _detail, where: _where, ...rest } = error;
  return rest;
}
