import { DEFERRAL_WORDS, INTERESTS, SERVICES } from '@app/panels';
import { z } from 'zod';

const keys = <K extends string>(of: Readonly<Record<K, unknown>>) => Object.keys(of) as K[];
const words = (error: string) => z.string({ error });
const expectedVersion = z
  .number({ error: 'Give the version that you saw' })
  .int()
  .min(0)
  .optional()
  .describe('The version that you read. Where it is no longer that one, nothing is changed');

const REASON = 'Give the reason';

/** Body of POST /api/sittings/:id/events. */
export const sittingEvent = z.strictObject({
  type: z.enum(
    [
      'AGENDA_OPENED',
      'AGENDA_LOCKED',
      'MEETING_STARTED',
      'QUORUM_LOST',
      'QUORUM_RESTORED',
      'RELISTED',
      'MEETING_ENDED',
      'MEETING_CANCELLED',
      'MINUTES_APPROVED',
    ],
    { error: 'Give the type of the event, like MEETING_STARTED' },
  ),
  reason: words(REASON).optional().describe('Why it is called off: MEETING_CANCELLED only'),
  expectedVersion,
});

/** Body of POST /api/sittings/:id/agenda/:reference. */
export const agendaChange = z.strictObject({
  what: z.enum(['dropped', 'added', 'urgent', 'reordered', 'asked', 'not_asked', 'may_wait'], {
    error: 'Say what is changed, like reordered',
  }),
  to: z.number().int().min(1).optional().describe('The new place: reordered only'),
  service: z.enum(keys(SERVICES)).optional().describe('Who: asked and not_asked only'),
  reason: words(REASON),
  expectedVersion,
});

/** Body of POST /api/sittings/:id/late-items: a child, or a school. */
export const lateItem = z.union(
  [
    z.strictObject({ reference: z.string(), reason: words(REASON) }),
    z.strictObject({ urn: z.string(), concern: z.string(), reason: words(REASON) }),
  ],
  { error: 'Give the reference of a case, or the URN of a school and the concern; and the reason' },
);

/** Body of POST /api/sittings/:id/register. */
export const registered = z.strictObject({
  memberId: z.uuid({ error: 'Give the id of the member' }),
  answer: z.enum(['coming', 'here', 'apologies', 'left'], {
    error: 'Give the answer: coming, here, apologies or left',
  }),
  deputyName: z.string().max(200).optional(),
  expectedVersion,
});

/** Body of POST /api/sittings/:id/items/:item/open and /leave. */
export const seenItem = z.strictObject({ expectedVersion });

/** Body of POST /api/sittings/:id/items/:item/interests. */
export const interestDeclared = z.strictObject({
  memberId: z.uuid({ error: 'Give the id of the member' }),
  kind: z.enum(keys(INTERESTS), { error: 'Give the kind of interest' }),
  expectedVersion,
});

/** Body of POST /api/sittings/:id/items/:item/decision. */
export const decided = z.strictObject({
  event: words('Give the event of the case that is the decision'),
  payload: z.record(z.string(), z.unknown(), { error: 'Give the payload as an object' }),
  recommendation: z.string().max(4000).optional(),
  challenge: z.string().max(4000).optional(),
  dissent: z
    .array(z.strictObject({ name: words('Say who disagrees'), text: words('Say with what') }))
    .optional(),
  expectedVersion,
});

/** Body of POST /api/sittings/:id/items/:item/deferral. */
export const deferred = z.strictObject({
  reason: z.enum(keys(DEFERRAL_WORDS), { error: 'Select why it is put off' }),
  note: z.string().max(2000).optional(),
  expectedVersion,
});

/** Body of POST /api/sittings/:id/papers. */
export const paperWanted = z.strictObject({
  file: words('Give the name of the paper, like pack.pdf'),
  itemId: z.uuid().optional().describe('For a paper about one item, like feedback.pdf'),
});

/** Body of POST /api/sittings/:id/minutes/addenda. */
export const addendum = z.strictObject({
  text: words('Enter what is corrected'),
  itemId: z.uuid().optional().describe('The item that it is about; without it, the whole sitting'),
});
