import { BadConfig, readConfig } from './config';

const DATABASE_URL = 'postgres://127.0.0.1/causeway';
const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof BadConfig) return error.faults;
    throw error;
  }
};

describe('the settings of the web process', () => {
  it('needs only the database', () => {
    expect(readConfig({ DATABASE_URL })).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      production: false,
      accent: '#1d4e5f',
      trustProxy: false,
    });
  });

  it('treats an empty variable as an absent one', () => {
    expect(readConfig({ DATABASE_URL, PORT: '', REDIS_URL: '', COUNCIL_ACCENT: '' }).port).toBe(
      3000,
    );
  });

  it('names every fault at once', () => {
    expect(
      faultsOf({ PORT: '70000', COUNCIL_ACCENT: 'green', CAUSEWAY_TODAY: '2027-02-30' }),
    ).toHaveLength(4);
  });

  it('refuses an accent on which white words are hard to read', () => {
    expect(faultsOf({ DATABASE_URL, COUNCIL_ACCENT: '#4a90d9' })).toEqual([
      expect.stringContaining('too pale'),
    ]);
    expect(faultsOf({ DATABASE_URL, COUNCIL_ACCENT: '#5b1a4f' })).toEqual([]);
  });

  it('refuses production without a declared proxy, and with a demonstration day', () => {
    const production = { DATABASE_URL, NODE_ENV: 'production' };
    expect(faultsOf(production)).toEqual([expect.stringContaining('TRUST_PROXY')]);
    expect(
      faultsOf({ ...production, TRUST_PROXY: 'loopback', CAUSEWAY_TODAY: '2027-01-12' }),
    ).toEqual([expect.stringContaining('CAUSEWAY_TODAY')]);
    expect(faultsOf({ ...production, TRUST_PROXY: 'loopback' })).toEqual([]);
  });

  it('refuses a proxy that means everybody', () => {
    expect(faultsOf({ DATABASE_URL, TRUST_PROXY: 'true' })).toEqual([
      expect.stringContaining('TRUST_PROXY'),
    ]);
  });
});
