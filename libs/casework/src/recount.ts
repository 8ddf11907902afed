import { systemActor } from '@app/access';
import { type Runner } from '@app/database';
import { type Clock as CaseClock, pathwayNamed, recountedClocks } from '@app/pathways';
import { type Calendar, type Clock, londonInstant } from '@app/statutory-calendar';
import { type Calendars } from './calendars';
import { derivations } from './derivation';
import { type CaseRow, OPEN_CASES_OF_CHILD, readWhole } from './case-row';
import { CLOCKS_RECOUNTED, type HistoryRow } from './history';
import { hashOf } from './history-hash';
import { nextDue } from './next-due';
import { writeStep } from './write-step';

/** A child whose school was another one until now. */
interface SchoolLeft {
  readonly authority: string;
  readonly childId: string;
  /** The school whose calendar the clocks were counted in; null for the council’s own. */
  readonly fromUrn: string | null;
}

const REASON = 'The child is at a school with other term dates';

/**
 * Counts the council’s own running clocks of a child’s open cases in the calendar of the school where the child is
 * now, and writes into each history which dates moved and why. Dates of law stay. Asked again it changes nothing.
 */
export async function recountForSchool(
  runner: Runner,
  { clock, calendars }: { readonly clock: Clock; readonly calendars: Calendars },
  { authority, childId, fromUrn }: SchoolLeft,
): Promise<void> {
  const values = [authority, childId];
  const from = await calendars.forSchool(authority, fromUrn);
  for (const { reference } of await runner.run<{ reference: string }>(
    'recount-cases',
    OPEN_CASES_OF_CHILD,
    values,
  )) {
    const subject = (await readWhole(runner, authority, reference))!;
    const to = await calendars.forSchool(authority, subject.childUrn);
    if (from.version === to.version) return;
    await recounted(runner, clock, authority, { subject, fromUrn, from, to });
  }
}

interface Move {
  readonly subject: CaseRow;
  readonly fromUrn: string | null;
  readonly from: Calendar;
  readonly to: Calendar;
}

async function recounted(
  runner: Runner,
  clock: Clock,
  authority: string,
  { subject, fromUrn, from, to }: Move,
): Promise<void> {
  const pathway = pathwayNamed(subject.pathway, subject.pathwayVersion);
  const { state, clocks } = subject;
  const today = clock.today();
  const moved = recountedClocks(pathway.clocks, state.context, clocks, {
    from,
    to,
    earliest: today,
  });
  if (!moved.length) return;
  const dates = moved.map((it) => ({
    code: it.code,
    subject: it.subject,
    from: clocks.find((was) => isSame(was, it))!.dueOn,
    to: it.dueOn,
  }));
  const payload = { reason: REASON, fromUrn, toUrn: subject.childUrn, dates };
  const { ownerId, coverId, coverUntil, restricted } = subject;
  await writeStep(runner, {
    pathway,
    subject,
    actor: systemActor(authority),
    calendar: to,
    now: clock.now(),
    event: { type: CLOCKS_RECOUNTED, occurredOn: today, payload, facts: {} },
    due: nextDue(withMoved(clocks, moved)),
    step: { state, closed: false, instructions: [] },
    changes: { opened: [], ended: [] },
    holders: { ownerId, coverId, coverUntil, restricted },
    commandKey: null,
    bodyHash: hashOf([subject.reference, CLOCKS_RECOUNTED, payload]),
  });
  const derive = derivations(pathway, state.context, to);
  const rows = moved.map(({ firesOn, ...it }) => ({
    ...it,
    ...derive({ ...it, firesOn }),
    firesAt: firesOn ? londonInstant(firesOn, '00:05') : null,
  }));
  await runner.run('recount-clocks', MOVE, [subject.id, JSON.stringify(rows)]);
}

/** The clocks of a case with those that were counted again put in. Pure. */
export const withMoved = (clocks: readonly CaseClock[], moved: readonly CaseClock[]): CaseClock[] =>
  clocks.map((clock) => moved.find((it) => isSame(clock, it)) ?? clock);

const isSame = (a: CaseClock, b: CaseClock) =>
  a.code === b.code && a.subject === b.subject && a.occurrence === b.occurrence;

/** The calendars of the schools that a history has left, by URN. */
export async function calendarsLeft(
  calendars: Calendars,
  authority: string,
  rows: readonly HistoryRow[],
): Promise<ReadonlyMap<unknown, Calendar>> {
  const left = rows
    .filter(({ type }) => type === CLOCKS_RECOUNTED)
    .map(({ payload }) => payload['fromUrn'] as string | null);
  return new Map(
    await Promise.all(
      left.map(async (urn) => [urn, await calendars.forSchool(authority, urn)] as const),
    ),
  );
}

const MOVE = `
UPDATE clock k SET due_on = n."dueOn", fires_at = n."firesAt", calendar_version = n."calendarVersion",
  counted = n.counted, rule_version = n."ruleVersion", work_to = n."workTo"
FROM jsonb_to_recordset($2::jsonb) AS n(code text, subject text, occurrence int, "dueOn" date, "firesAt" timestamptz, "calendarVersion" text,
  counted text, "ruleVersion" text, "workTo" date)
WHERE k.case_id = $1 AND (k.code, k.subject, k.occurrence) = (n.code, n.subject, n.occurrence)`;
