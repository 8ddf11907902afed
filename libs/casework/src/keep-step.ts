import {
  keepClocks,
  type Pathway,
  type PathwayEvent,
  type Regions,
  type Step,
  withChanges,
} from '@app/pathways';
import { type Runner } from '@app/database';
import { type Actor } from '@app/access';
import { type Clock } from '@app/statutory-calendar';
import { type Calendars } from './calendars';
import { type CaseRow } from './case-row';
import { BadPayload } from './errors';
import { nextDue } from './next-due';
import { type LawPacks } from './law/law-packs';
import { type PolicyPacks } from './policy/policy-packs';
import { isForWorker } from './step-rows';
import { writeStep } from './write-step';

/** What every step at the door stands on. */
export interface DoorParts {
  readonly clock: Clock;
  readonly calendars: Calendars;
  readonly policies: PolicyPacks;
  readonly laws: LawPacks;
  /** Hears that a step left something for the worker to do. */
  readonly leavesWork?: () => unknown;
}

/** A step that was judged possible. */
export interface Judged {
  readonly actor: Actor;
  readonly pathway: Pathway;
  readonly event: PathwayEvent;
  readonly step: Step;
  readonly before: Regions;
  readonly clocks: CaseRow['clocks'];
  readonly urn: string | null;
  readonly holders: Parameters<typeof writeStep>[1]['holders'];
  readonly subject: Parameters<typeof writeStep>[1]['subject'];
  readonly opening?: Parameters<typeof writeStep>[1]['opening'];
  readonly bodyHash: Buffer;
  readonly command: {
    readonly commandKey?: string | undefined;
    readonly goLive?: boolean | undefined;
  };
}

/** Keeps the clocks and writes everything; undefined when somebody else was first, else the instant of recording. */
export async function keepStep(
  runner: Runner,
  { clock, calendars, leavesWork }: DoorParts,
  w: Judged,
): Promise<Date | undefined> {
  const calendar = await calendars.forSchool(w.actor.authority, w.urn);
  const { step, event } = w;
  const past = {
    event,
    before: w.before,
    after: step.state.value,
    context: step.state.context,
    closed: step.closed,
  };
  const changes = keepClocks(w.pathway.clocks, w.clocks, past, calendar);
  const now = clock.now();
  const instructions = w.command.goLive
    ? step.instructions.filter(({ type }) => type.startsWith('place.'))
    : step.instructions;
  try {
    const done = await writeStep(runner, {
      ...w,
      step: { ...step, instructions },
      changes,
      calendar,
      now,
      due: nextDue(withChanges(w.clocks, changes)),
      commandKey: w.command.commandKey ?? null,
    });
    if (!done) return undefined;
    if (instructions.some(isForWorker)) leavesWork?.();
    return now;
  } catch (error) {
    return raced(error);
  }
}

const UNIQUE = '23505';
const EXCLUDED = '23P01';
const UNKNOWN_ROW = '23503';

/** Two at once on a key, a place or a version: the caller reads again. Anything else rises. */
function raced(error: unknown): undefined {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === UNIQUE || code === EXCLUDED) return undefined;
  if (code === UNKNOWN_ROW && constraint?.includes('owner'))
    throw new BadPayload([
      { path: ['workerId'], message: 'Worker: select an officer from the list' },
    ]);
  if (code === UNKNOWN_ROW && constraint?.includes('cover'))
    throw new BadPayload([
      { path: ['coverId'], message: 'Cover: select an officer from the list' },
    ]);
  throw error;
}
