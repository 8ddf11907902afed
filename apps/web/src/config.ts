import { type WakeupSettings, wakeupSettings } from '@app/jobs';
import { isCalendarDay } from '@app/statutory-calendar';
import { z } from 'zod';
import { contrastWithWhite } from './frame/contrast';

const blankIsAbsent = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

const environment = z
  .object({
    DATABASE_URL: z
      .string({ error: 'DATABASE_URL is missing: give the address of the PostgreSQL database' })
      .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL does not begin with postgres://'),
    HOST: blankIsAbsent(z.string().default('127.0.0.1')),
    PORT: blankIsAbsent(
      z.coerce.number().int().min(0).max(65_535, 'PORT is not a port number').default(3000),
    ),
    NODE_ENV: blankIsAbsent(
      z
        .enum(['development', 'test', 'production'], {
          error: 'NODE_ENV is not development, test or production',
        })
        .default('development'),
    ),
    REDIS_URL: blankIsAbsent(
      z
        .string()
        .regex(/^rediss?:\/\//, 'REDIS_URL does not begin with redis://')
        .optional(),
    ),
    WAKEUP: blankIsAbsent(
      z.enum(['queue', 'poll'], { error: 'WAKEUP is not queue or poll' }).default('queue'),
    ),
    CAUSEWAY_TODAY: blankIsAbsent(
      z.string().refine(isCalendarDay, 'CAUSEWAY_TODAY is not a day like 2027-01-12').optional(),
    ),
    COUNCIL_NAME: blankIsAbsent(
      z.string().max(60, 'COUNCIL_NAME is longer than 60 characters').optional(),
    ),
    COUNCIL_ACCENT: blankIsAbsent(
      z
        .string()
        .regex(/^#[0-9a-f]{6}$/i, {
          error: 'COUNCIL_ACCENT is not a colour like #1d4e5f',
          abort: true,
        })
        .refine(
          (colour) => contrastWithWhite(colour) >= 7,
          'COUNCIL_ACCENT is too pale: white words on it need a contrast of 7 to 1',
        )
        .default('#1d4e5f'),
    ),
    TRUST_PROXY: blankIsAbsent(
      z
        .string()
        .regex(
          /^(loopback|linklocal|uniquelocal|[0-9a-f:.]+(\/\d{1,3})?)(\s*,\s*(loopback|linklocal|uniquelocal|[0-9a-f:.]+(\/\d{1,3})?))*$/i,
          'TRUST_PROXY is not an address: give the address of the proxy, like 10.0.0.5, 10.0.0.0/8 or loopback',
        )
        .optional(),
    ),
    RATE_LIMIT: blankIsAbsent(z.coerce.number().int().min(1).optional()),
    SECOND_STEP: blankIsAbsent(
      z
        .enum(['required', 'offered'], { error: 'SECOND_STEP is not required or offered' })
        .optional(),
    ),
    RECORDS_LIMIT: blankIsAbsent(z.coerce.number().int().min(1).optional()),
    CLAMD_HOST: blankIsAbsent(z.string().optional()),
    CLAMD_PORT: blankIsAbsent(
      z.coerce.number().int().min(1).max(65_535, 'CLAMD_PORT is not a port number').default(3310),
    ),
    REQUEST_LOG: blankIsAbsent(z.enum(['on', 'off']).optional()),
  })
  .superRefine((settings, faults) => {
    if (settings.NODE_ENV !== 'production') return;
    const refuse = (message: string) => faults.addIssue({ code: 'custom', message });
    if (settings.CAUSEWAY_TODAY) refuse('CAUSEWAY_TODAY is for demonstrations: take it away');
    if (!settings.TRUST_PROXY)
      refuse(
        'TRUST_PROXY is missing: in production Causeway stands behind a proxy that does HTTPS; give its address, like 10.0.0.5 or loopback',
      );
  });

/** What the web process is told from outside, checked. */
export interface Config {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly production: boolean;
  readonly wakeup: WakeupSettings;
  readonly today: string | undefined;
  readonly councilName: string | undefined;
  readonly accent: string;
  readonly trustProxy: string | false;
  /** Requests a minute for one session, or one address before sign-in; a demonstration is also tried by programs, so it allows more. */
  readonly rateLimit: number;
  /** Nobody with a password works before a code follows it. */
  readonly secondStepRequired: boolean;
  /** Children whose records one person may open in ten minutes. */
  readonly recordsLimit: number;
  readonly requestLog: boolean;
  /** Where the virus scanner listens; without one, pages say that documents are not checked. */
  readonly clamd: { readonly host: string; readonly port: number } | undefined;
}

/** The settings cannot be used; `faults` holds all that is wrong with them, in words. */
export class BadConfig extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Causeway cannot start:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  }
}

/** Reads the settings from the environment. @throws BadConfig naming every fault at once */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.safeParse(env);
  if (!read.success) throw new BadConfig(read.error.issues.map(({ message }) => message));
  const settings = read.data;
  const production = settings.NODE_ENV === 'production';
  return {
    databaseUrl: settings.DATABASE_URL,
    host: settings.HOST,
    port: settings.PORT,
    production,
    wakeup: wakeupSettings(settings),
    today: settings.CAUSEWAY_TODAY,
    councilName: settings.COUNCIL_NAME,
    accent: settings.COUNCIL_ACCENT.toLowerCase(),
    trustProxy: settings.TRUST_PROXY ?? false,
    rateLimit: settings.RATE_LIMIT ?? (production ? 1_200 : 60_000),
    secondStepRequired: settings.SECOND_STEP ? settings.SECOND_STEP === 'required' : production,
    recordsLimit: settings.RECORDS_LIMIT ?? (production ? 120 : 60_000),
    clamd: settings.CLAMD_HOST
      ? { host: settings.CLAMD_HOST, port: settings.CLAMD_PORT }
      : undefined,
    requestLog: settings.REQUEST_LOG ? settings.REQUEST_LOG === 'on' : production,
  };
}
