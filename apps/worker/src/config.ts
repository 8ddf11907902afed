import { isCalendarDay } from '@app/statutory-calendar';
import { type WakeupSettings, wakeupSettings } from '@app/jobs';
import { type NotifySettings } from '@app/letters';
import { z } from 'zod';

const blankIsAbsent = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);
const text = blankIsAbsent(z.string().optional());
const seconds = (least: number, usual: number) =>
  blankIsAbsent(z.coerce.number().min(least).default(usual));

const environment = z
  .object({
    DATABASE_URL: z
      .string({ error: 'DATABASE_URL is missing: give the address of the PostgreSQL database' })
      .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL does not begin with postgres://'),
    REDIS_URL: blankIsAbsent(
      z
        .string()
        .regex(/^rediss?:\/\//, 'REDIS_URL does not begin with redis://')
        .optional(),
    ),
    WAKEUP: blankIsAbsent(
      z.enum(['queue', 'poll'], { error: 'WAKEUP is not queue or poll' }).default('queue'),
    ),
    HOST: blankIsAbsent(z.string().default('127.0.0.1')),
    WORKER_PORT: blankIsAbsent(
      z.coerce.number().int().min(0).max(65_535, 'WORKER_PORT is not a port number').default(3001),
    ),
    NODE_ENV: blankIsAbsent(
      z
        .enum(['development', 'test', 'production'], {
          error: 'NODE_ENV is not development, test or production',
        })
        .default('development'),
    ),
    CAUSEWAY_TODAY: blankIsAbsent(
      z.string().refine(isCalendarDay, 'CAUSEWAY_TODAY is not a day like 2027-01-12').optional(),
    ),
    PUBLIC_URL: blankIsAbsent(
      z
        .url({ error: 'PUBLIC_URL is not an address like https://causeway.example.gov.uk' })
        .optional(),
    ),
    POLL_SECONDS: seconds(0.2, 5),
    LEASE_SECONDS: seconds(3, 900),
    GRACE_SECONDS: seconds(0, 60),
    SMTP_URL: blankIsAbsent(
      z
        .string()
        .regex(/^smtps?:\/\//, 'SMTP_URL does not begin with smtp:// or smtps://')
        .optional(),
    ),
    MAIL_FROM: text,
    NOTIFY_API_KEY: text,
    NOTIFY_EMAIL_TEMPLATE: text,
    NOTIFY_LETTER_TEMPLATE: text,
    NOTIFY_URL: text,
  })
  .superRefine((given, faults) => {
    const refuse = (message: string) => faults.addIssue({ code: 'custom', message });
    if (given.SMTP_URL && !given.MAIL_FROM)
      refuse('MAIL_FROM is missing: mail by SMTP needs the address it comes from');
    if (given.NOTIFY_API_KEY && !given.NOTIFY_EMAIL_TEMPLATE) {
      refuse(
        'NOTIFY_EMAIL_TEMPLATE is missing: give the id of a Notify template that holds ((subject)) and ((body))',
      );
    }
    if (given.NODE_ENV === 'production' && given.CAUSEWAY_TODAY)
      refuse('CAUSEWAY_TODAY is for demonstrations: take it away');
  });

/** What the worker is told from outside, checked. */
export interface Config {
  readonly databaseUrl: string;
  readonly wakeup: WakeupSettings;
  readonly host: string;
  readonly port: number;
  readonly production: boolean;
  readonly today: string | undefined;
  readonly publicUrl: string | undefined;
  /** Seconds between two looks at the diary. */
  readonly pollSeconds: number;
  /** Seconds for which a message is ours alone once claimed. */
  readonly leaseSeconds: number;
  /** Seconds after a lease before a provider is asked what became of a message. */
  readonly graceSeconds: number;
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  readonly notify: NotifySettings | undefined;
}

const LONGEST_TRY_MS = 30_000;

/** Milliseconds that one try to send may take: well within the lease. */
export const patienceOf = ({ leaseSeconds }: Config): number =>
  Math.min(LONGEST_TRY_MS, (leaseSeconds * 1_000) / 3);

/** The settings cannot be used; the message names every fault, in words. */
export class BadConfig extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The worker cannot start:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  }
}

/** Reads the settings from the environment. @throws BadConfig naming every fault at once */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.safeParse(env);
  if (!read.success) throw new BadConfig(read.error.issues.map(({ message }) => message));
  const given = read.data;
  return {
    databaseUrl: given.DATABASE_URL,
    wakeup: wakeupSettings(given),
    host: given.HOST,
    port: given.WORKER_PORT,
    production: given.NODE_ENV === 'production',
    today: given.CAUSEWAY_TODAY,
    publicUrl: given.PUBLIC_URL,
    pollSeconds: given.POLL_SECONDS,
    leaseSeconds: given.LEASE_SECONDS,
    graceSeconds: given.GRACE_SECONDS,
    smtp:
      given.SMTP_URL && given.MAIL_FROM
        ? { url: given.SMTP_URL, from: given.MAIL_FROM }
        : undefined,
    notify: given.NOTIFY_API_KEY ? notifySettings(given) : undefined,
  };
}

function notifySettings(given: z.infer<typeof environment>): NotifySettings {
  return {
    apiKey: given.NOTIFY_API_KEY ?? '',
    emailTemplate: given.NOTIFY_EMAIL_TEMPLATE ?? '',
    letterTemplate: given.NOTIFY_LETTER_TEMPLATE,
    baseUrl: given.NOTIFY_URL,
  };
}
