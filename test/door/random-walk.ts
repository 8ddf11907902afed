import { type Actor, systemActor } from '@app/access';
import { BadPayload, Calendars, CaseStanding, type Standing } from '@app/casework';
import { type Statements } from '@app/database';
import { NotAllowedNow, type Pathway, pathwayNamed } from '@app/pathways';
import {
  addDays,
  type CalendarDay,
  type FixedClock,
  londonInstant,
  TermsNotLoaded,
} from '@app/statutory-calendar';
import { type Random } from '../../libs/pathways/testing/random';
import { aChild, type aDoor, WENDMOOR } from '../support/given';

/** What a walk is made with. */
export interface Walk {
  readonly statements: Statements;
  readonly door: ReturnType<typeof aDoor>;
  readonly actor: Actor;
  readonly random: Random;
}

/** What happened on the way: how often each event was recorded, and how often one was refused. */
export interface Walked {
  readonly recorded: Map<string, number>;
  refused: number;
}

const FIRST_DAY: CalendarDay = '2025-09-15';
const LONGEST_STEP = 14;

/** Takes one case along a random legal path: what the product says is possible, as its clocks run out. */
export async function walk(given: Walk, pathway: string, steps: number, walked: Walked) {
  const { door, actor, random, statements } = given;
  const standing = new CaseStanding(statements, door.clock, new Calendars(statements));
  let day = addDays(FIRST_DAY, Math.floor(random() * 120));
  await on(door.clock, day);
  const { events, opensWith } = pathwayNamed(pathway);
  const { reference } = await door.casework.open(actor, {
    pathway,
    childId: await aChild(statements),
    occurredOn: day,
    payload: events[opensWith]!.example,
  });
  for (let step = 1; step < steps; step++) {
    day = addDays(day, Math.floor(random() * LONGEST_STEP));
    await on(door.clock, day);
    const here = await standing.of(actor, reference);
    if (!here.subject.open) break;
    const command = { occurredOn: day, ...(firing(here, day) ?? chosen(here, given)) };
    const who = command.bySystem ? systemActor(WENDMOOR) : actor;
    await door.casework.record(who, reference, command).then(
      ({ type }) => walked.recorded.set(type, (walked.recorded.get(type) ?? 0) + 1),
      (error: unknown) => {
        if (!isRefusal(error)) throw error;
        walked.refused += 1;
      },
    );
  }
  return reference;
}

const on = async (clock: FixedClock, day: CalendarDay) => clock.set(londonInstant(day, '09:00'));

const isRefusal = (error: unknown) =>
  error instanceof NotAllowedNow || error instanceof BadPayload || error instanceof TermsNotLoaded;

/** The event of a clock that has run out. */
function firing({ subject }: Standing, day: CalendarDay) {
  const due = subject.clocks.find(
    ({ status, sends, firesOn }) => status === 'open' && sends && firesOn! <= day,
  );
  return due && { type: due.sends!, payload: {}, bySystem: true };
}

/** Endings are as likely as anything else, once in a while. */
const ENDING = /MOVED_LA|EHE_|DUPLICATE|WRONG|VOIDED|DECEASED|WITHDR|REFUSED|DECLINED|ESCALATED/;

function chosen({ possible, pathway, subject }: Standing, { random, actor }: Walk) {
  const open = possible
    .filter(({ reasons }) => !reasons.length)
    .filter(({ type }) => !ENDING.test(type) || random() < 0.03);
  const { type } = open[Math.floor(random() * open.length)] ?? possible[0]!;
  return { type, payload: payloadFor(pathway, type, subject, actor), bySystem: false };
}

function payloadFor(
  { events }: Pathway,
  type: string,
  { clocks }: Standing['subject'],
  actor: Actor,
): Record<string, unknown> {
  const { example } = events[type]!;
  const about = (code: string) =>
    clocks.find((it) => it.code === code && it.status === 'open')?.subject;
  return {
    ...example,
    ...(type === 'ALLOCATED' && { workerId: actor.id }),
    ...(type === 'COVER_STARTED' && { coverId: actor.id }),
    ...('adviser' in example && about('advice_due') && { adviser: about('advice_due') }),
    ...('setting' in example && about('consult_due') && { setting: about('consult_due') }),
  };
}
