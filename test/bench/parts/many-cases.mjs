/** Many thousand cases in the middle of ordinary work: two made through the door, the rest copied from them. */
import { AUTHORITY, aChild } from './council.mjs';
import { Calendars, CaseworkService, FixedClock, londonInstant, pathwayNamed } from './product.mjs';

/** Where the cases stand, the event that is recorded on them again and again, and the clock it ends and starts. */
export const KINDS = [
  {
    pathway: 'y6_transition',
    prefix: 'Y6-9',
    steps: [
      ['2025-11-17', 'NOMINATION_SUBMITTED'],
      ['2025-11-24', 'SCREENING_STARTED'],
      ['2025-11-28', 'SCORE_CONFIRMED'],
      ['2025-12-10', 'PANEL_ACCEPTED'],
      ['2025-12-11', 'CONSENT_REQUESTED'],
      ['2025-12-16', 'CONSENT_GIVEN'],
      ['2025-12-17', 'ALLOCATED'],
      ['2026-01-07', 'AGREEMENT_CONFIRMED'],
      ['2026-01-26', 'BASELINE_COMPLETED'],
    ],
    event: 'VISIT_LOGGED',
    clock: 'visit_gap',
    subject: '',
  },
  {
    pathway: 'ehc_needs_assessment',
    prefix: 'EHC-9',
    steps: [
      ['2025-10-06', 'REQUEST_RECEIVED'],
      ['2025-10-07', 'ALLOCATED'],
      ['2025-10-20', 'PANEL_LISTED'],
      ['2025-11-03', 'AGREED_TO_ASSESS', { advisers: ['school'] }],
      ['2025-11-17', 'ADVICE_RECEIVED', { adviser: 'school' }],
      ['2025-12-01', 'ADVICE_COMPLETE'],
      ['2025-12-08', 'AGREED_TO_ISSUE'],
      ['2026-01-12', 'DRAFT_ISSUED'],
      ['2026-01-26', 'CONSULTATION_SENT'],
    ],
    event: 'CONSULTATION_SENT',
    clock: 'consult_due',
    subject: '199020',
  },
];
/** Events are recorded as of days between these two. */
export const FIRST_DAY = '2026-01-26';
export const TODAY = '2026-03-20';

/** Makes `count` cases of each kind, numbered 1 to `count`: `referenceOf(kind, 7)`. */
export async function manyCases(statements, actor, count) {
  for (const kind of KINDS) await copiesOf(statements, actor, kind, count);
  await statements.run('', 'VACUUM ANALYZE', []);
}

/** Takes one case of this kind through its steps and copies it, each time with a child of its own. */
export async function copiesOf(statements, actor, kind, count) {
  const model = await walked(statements, actor, kind);
  await statements.run('', COPY, [AUTHORITY, model, count, kind.prefix]);
}

export const referenceOf = ({ prefix }, number) => `${prefix}${String(number).padStart(5, '0')}`;

async function walked(statements, actor, { pathway, steps: [first, ...steps] }) {
  const clock = new FixedClock(londonInstant(TODAY, '09:00'));
  const door = new CaseworkService(statements, clock, new Calendars(statements));
  const { events } = pathwayNamed(pathway);
  const said = ([occurredOn, type, payload]) => ({
    type,
    occurredOn,
    payload: {
      ...events[type].example,
      ...payload,
      ...(type === 'ALLOCATED' && { workerId: actor.id }),
    },
  });
  const childId = await aChild(statements);
  const { reference } = await door.open(actor, { pathway, childId, ...said(first), goLive: true });
  for (const step of steps) await door.record(actor, reference, said(step));
  return reference;
}

/** $1 authority, $2 the case to copy, $3 how many, $4 beginning of the new references. Every copy has a child of its own. */
const COPY = `
WITH copy AS (
  SELECT $4 || lpad(n::text, 5, '0') AS reference, gen_random_uuid() AS case_id, gen_random_uuid() AS child_id FROM generate_series(1, $3::int) n
), children AS (
  INSERT INTO child SELECT r.* FROM copy, send_case c JOIN child k ON k.id = c.child_id,
    LATERAL jsonb_populate_record(k, jsonb_build_object('id', copy.child_id)) r
  WHERE c.authority = $1 AND c.reference = $2
), cases AS (
  INSERT INTO send_case SELECT r.* FROM copy, send_case c,
    LATERAL jsonb_populate_record(c, jsonb_build_object('id', copy.case_id, 'child_id', copy.child_id, 'reference', copy.reference)) r
  WHERE c.authority = $1 AND c.reference = $2
), events AS (
  INSERT INTO case_event SELECT r.* FROM copy, send_case c JOIN case_event e ON e.case_id = c.id,
    LATERAL jsonb_populate_record(e, jsonb_build_object('case_id', copy.case_id)) r
  WHERE c.authority = $1 AND c.reference = $2
)
INSERT INTO clock SELECT r.* FROM copy, send_case c JOIN clock k ON k.case_id = c.id,
  LATERAL jsonb_populate_record(k, jsonb_build_object('case_id', copy.case_id)) r
WHERE c.authority = $1 AND c.reference = $2`;
