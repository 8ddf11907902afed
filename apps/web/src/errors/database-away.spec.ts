import { isDatabaseAway } from './database-away';

describe('a database that is away', () => {
  it.each([
    Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('terminating connection due to administrator command'), {
      code: '57P01',
    }),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect', { cause: 1 }),
    new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
    Object.assign(new Error('query failed'), {
      driverError: Object.assign(new Error('x'), { code: '08006' }),
    }),
  ])('is known by %s', (error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it('is not any other fault', () => {
    expect(isDatabaseAway(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBe(
      false,
    );
    expect(isDatabaseAway('text')).toBe(false);
  });
});
