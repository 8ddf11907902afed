import { type Actor } from '@app/access';
import { actionForms, BadPayload, type PersonalEvent, planForms } from '@app/casework';
import { fieldsOf } from '@app/pathways';
import { z } from 'zod';
import { problemsOf } from '../forms/read-fields';

/** Body of POST /api/cases. */
export const openCase = z.strictObject({
  pathway: z.string({ error: 'Give the pathway, like ehc_needs_assessment' }),
  childId: z.uuid({ error: 'Give the id of the child' }),
  occurredOn: z.string({ error: 'Give the day on which it happened, like 2026-11-22' }),
  payload: z.record(z.string(), z.unknown(), { error: 'Give the payload as an object' }).optional(),
  referralId: z.uuid({ error: 'Give the id of the referral that this case answers' }).optional(),
});

/** Body of POST /api/cases/:reference/undo. */
export const takeBack = z.strictObject({
  reason: z.string({ error: 'Say why the step is taken back' }),
  tellThem: z
    .boolean({ error: 'Say true or false: a task to tell those who were told' })
    .default(true),
  expectedVersion: z
    .number({ error: 'Give the version of the case that you saw' })
    .int()
    .positive(),
});

/** Body of POST /api/cases/:reference/events. */
export const recordEvent = z.strictObject({
  type: z.string({ error: 'Give the type of the event' }),
  occurredOn: z.string({ error: 'Give the day on which it happened, like 2026-11-22' }),
  payload: z.record(z.string(), z.unknown(), { error: 'Give the payload as an object' }).optional(),
  expectedVersion: z
    .number({ error: 'Give the version of the case that you saw' })
    .int()
    .positive()
    .optional(),
});

const ACTION_EVENTS = Object.keys(actionForms).filter((name) => name !== 'add') as PersonalEvent[];

/** Body of POST /api/cases/:reference/actions/:id/events. */
export const tellAction = z.strictObject({
  type: z.enum(ACTION_EVENTS, { error: `Give the type of the event: ${ACTION_EVENTS.join(', ')}` }),
  payload: z
    .record(z.string(), z.unknown(), { error: 'Give the payload as an object' })
    .default({}),
});

const planVersion = (least: number) =>
  z.number({ error: 'Give the version of the plan that you read' }).int().min(least);

/** Body of PUT /api/cases/:reference/plan. */
export const nextPlan = z.strictObject({
  expectedVersion: planVersion(0).describe('The version that you read; 0 where there is none'),
  plan: planForms.next
    .partial({ newCycle: true })
    .describe('newCycle belongs to every version after the first'),
});

/** Body of POST /api/cases/:reference/plan/approval. */
export const approval = z.strictObject({ version: planVersion(1) });

/** The body as it should be. @throws BadPayload naming each field that is wrong */
export function bodyOf<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  return readBody(schema, body, ({ message }) => message);
}

/** The body of a form that a page asks too, with the page's words for what is wrong. @throws BadPayload */
export function answersIn<T extends z.ZodObject>(form: T, body: unknown): z.output<T> {
  const fields = fieldsOf(form);
  return readBody(form, body, (issue) => problemsOf(fields, [issue])[0]?.text ?? issue.message);
}

function readBody<T extends z.ZodType>(
  schema: T,
  body: unknown,
  wordsOf: (issue: z.core.$ZodIssue) => string,
): z.output<T> {
  const read = schema.safeParse(body ?? {});
  if (read.success) return read.data;
  throw new BadPayload(
    read.error.issues.map((issue) => ({
      path: issue.path.map(String),
      message:
        issue.code === 'unrecognized_keys'
          ? `There is no field called ${issue.keys.join(', ')}`
          : wordsOf(issue),
    })),
  );
}

const KEY = /^[\w.:-]{1,100}$/;

/** The idempotency key of this person's command; two people may use the same one. @throws BadPayload */
export function commandKey(actor: Actor, key: string | undefined): string | undefined {
  if (key === undefined || key === '') return undefined;
  if (KEY.test(key)) return `${actor.id}:${key}`;
  throw new BadPayload([
    {
      path: ['Idempotency-Key'],
      message: 'Idempotency-Key: use 1 to 100 letters, digits, dots, colons and dashes',
    },
  ]);
}
