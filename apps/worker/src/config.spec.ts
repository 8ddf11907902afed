import { BadConfig, readConfig } from './config';

const DATABASE_URL = 'postgres://causeway@127.0.0.1/causeway';

describe('the worker’s settings', () => {
  it('need nothing but a database', () => {
    expect(readConfig({ DATABASE_URL })).toMatchObject({
      wakeup: { by: 'postgres' },
      pollSeconds: 5,
      leaseSeconds: 900,
      smtp: undefined,
      notify: undefined,
      production: false,
    });
  });

  it('name every fault at once, in words', () => {
    const bad = {
      WORKER_PORT: 'x',
      WAKEUP: 'drum',
      SMTP_URL: 'mail.example.org',
      NOTIFY_API_KEY: 'k',
    };
    expect(() => readConfig(bad)).toThrow(BadConfig);
    try {
      readConfig(bad);
    } catch (error) {
      const { faults } = error as BadConfig;
      expect(faults.join('\n')).toMatch(
        /DATABASE_URL is missing[\s\S]*WAKEUP is not queue or poll[\s\S]*SMTP_URL does not begin/,
      );
    }
  });

  it('ask for the sender where there is a mail server, and for a template where there is Notify', () => {
    const faultsOf = (env: Record<string, string>) => () => readConfig({ DATABASE_URL, ...env });
    expect(faultsOf({ SMTP_URL: 'smtp://mail.example.org' })).toThrow('MAIL_FROM is missing');
    expect(faultsOf({ NOTIFY_API_KEY: 'k' })).toThrow('NOTIFY_EMAIL_TEMPLATE is missing');
    expect(faultsOf({ NODE_ENV: 'production', CAUSEWAY_TODAY: '2027-01-12' })).toThrow(
      'CAUSEWAY_TODAY is for demonstrations',
    );
  });
});
