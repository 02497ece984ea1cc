import { asUnavailable, DatabaseUnavailable } from '../../src/store/database-problem';

/** An error as a driver throws it. */
const failed = (code: string, message = 'no') => Object.assign(new Error(message), code && { code });

describe('a failure to read', () => {
  it.each([
    ...[
      'BUSY',
      'BUSY_RECOVERY',
      'CANTOPEN',
      'CORRUPT',
      'CORRUPT_INDEX',
      'FULL',
      'IOERR_READ',
      'IOERR_SHMSIZE',
      'NOTADB',
    ].map((code) => failed(`SQLITE_${code}`)),
    // The connection, the server as it stops, has stopped and starts, too many connections, no memory, no database, data damaged.
    ...['08006', '57P01', '57P02', '57P03', '53300', '53200', '3D000', '28P01', 'XX001'].map((code) => failed(code)),
    ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH'].map((code) => failed(code)),
    failed('', 'Connection terminated unexpectedly'),
    failed('', 'Connection terminated due to connection timeout'),
    failed('', 'timeout exceeded when trying to connect'),
    failed('', 'timeout expired'),
    failed('', 'Client has encountered a connection error and is not queryable'),
    failed('', 'Client was closed and is not queryable'),
    Object.assign(new Error(''), { errors: [failed('ECONNREFUSED'), failed('ECONNREFUSED')] }),
    Object.assign(new Error('in TypeORM'), { driverError: failed('SQLITE_BUSY') }),
  ])('that is none of the statement says that the database is not there: %j', (error) => {
    expect(asUnavailable(error)).toBeInstanceOf(DatabaseUnavailable);
  });

  it.each([
    ...[
      'SQLITE_ERROR',
      'SQLITE_READONLY',
      'SQLITE_MISMATCH',
      'SQLITE_TOOBIG',
      '42P01',
      '42703',
      '22012',
      '57014',
      'XX000',
    ],
    'ERR_INVALID_ARG_TYPE',
    '',
  ])('of the statement stays what it is: %s', (code) => {
    const error = failed(code);
    expect(asUnavailable(error)).toBe(error);
  });
});
