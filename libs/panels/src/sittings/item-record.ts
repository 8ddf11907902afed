import { type Actor } from '@app/access';
import { BadPayload, type Calendars, type CaseworkService } from '@app/casework';
import { type Runner } from '@app/database';
import { type EventDefinition, pathwayNamed } from '@app/pathways';
import { type CalendarDay, type Clock, lastDayOf } from '@app/statutory-calendar';
import { type DecisionMap } from '../kinds/decision-map';
import { SCHOOL_AGREED, schoolDecision } from '../kinds/school-decision';
import { answersFor, type Known } from './answers-for';
import { type AtSitting } from './at-sitting';
import { type DecideCommand } from './decide-command';
import { type Item } from './items';
import { peopleAt } from './people';
import { type Sitting } from './sitting';

/** What a sitting records where an item belongs: in the case of the child through the door, or with the school. */
export class ItemRecord {
  constructor(
    private readonly casework: CaseworkService,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  /** The day that the record of a sitting carries: its own, or today while it is ahead. */
  dayOf({ sitsOn }: Pick<Sitting, 'sitsOn'>): CalendarDay {
    const today = this.clock.today();
    return sitsOn < today ? sitsOn : today;
  }

  /**
   * Records the decision. @returns the version of the case that it made; undefined for a school
   * @throws NotAllowedNow, BadPayload, VersionConflict
   */
  async decided(
    tx: Runner,
    chair: Actor,
    sitting: Sitting,
    item: Item,
    command: DecideCommand,
  ): Promise<number | undefined> {
    if (!item.reference) return this.agreedWithSchool(tx, sitting, item, command);
    const { version } = await this.casework.recordWithin(tx, chair, item.reference, {
      type: command.event,
      occurredOn: this.dayOf(sitting),
      payload: command.payload,
      commandKey: command.commandKey,
    });
    return version;
  }

  /** The case hears that it is put off, and to which sitting. */
  async deferred(
    tx: Runner,
    chair: Actor,
    sitting: Sitting,
    item: Item,
    {
      next,
      reason,
      approvedBy,
    }: { next: { id: string; on: CalendarDay } | undefined } & Pick<Known, 'reason' | 'approvedBy'>,
  ): Promise<void> {
    const { defers } = decisionMap(sitting, item) ?? {};
    if (!defers?.from.includes(await stageOf(tx, item))) return;
    await this.say(tx, chair, sitting, item, defers.event, {
      sittingId: next?.id ?? sitting.id,
      on: next?.on,
      ...(reason && { reason }),
      approvedBy,
    });
  }

  /** There is no case of a school: what is to be done is kept with the item. @throws BadPayload */
  private async agreedWithSchool(
    tx: Runner,
    sitting: Sitting,
    item: Item,
    { event, payload }: DecideCommand,
  ): Promise<undefined> {
    const read = schoolDecision.payload.safeParse(payload);
    if (event !== SCHOOL_AGREED || !read.success)
      throw new BadPayload(
        (read.error?.issues ?? []).map(({ path, message }) => ({
          path: path.map(String),
          message,
        })),
      );
    const calendar = await this.calendars.forSchool(sitting.authority, item.urn);
    for (const { what, owner, due } of read.data.actions ?? [])
      await tx.run('school-action', SCHOOL_ACTION, [
        sitting.authority,
        item.id,
        what,
        owner,
        due ?? lastDayOf(USUAL, this.dayOf(sitting), calendar),
        this.clock.now(),
      ]);
  }

  /** The case hears that its item is open, where it waits for that. */
  async opened(
    tx: Runner,
    actor: Actor,
    { sitting, members }: AtSitting,
    item: Item,
  ): Promise<void> {
    const { opens } = decisionMap(sitting, item) ?? {};
    if (!opens?.from.includes(await stageOf(tx, item))) return;
    const here = peopleAt(item, members).filter(({ present }) => present);
    await this.say(
      tx,
      { ...actor, roles: [...actor.roles, 'panel_coordinator'] },
      sitting,
      item,
      opens.event,
      {
        sittingId: sitting.id,
        attendees: here.map(({ name }) => name),
        interests: item.interests.map(({ name, kind }) => `${name}: ${kind}`),
        conflicts: item.interests.map(({ kind }) => CONFLICTS[kind]),
        quorate: true,
      },
    );
  }

  private async say(
    tx: Runner,
    actor: Actor,
    sitting: Sitting,
    { reference, pathway }: Item,
    type: string,
    known: Known,
  ): Promise<void> {
    if (!reference || !pathway) return;
    const definition = pathwayNamed(pathway).events[type] as EventDefinition;
    await this.casework.recordWithin(tx, actor, reference, {
      type,
      occurredOn: this.dayOf(sitting),
      payload: answersFor(definition.payload, known),
    });
  }
}

const CONFLICTS = {
  RELATED_CHILD: 'related',
  OWN_SCHOOL_BENEFITS: 'own_school',
  AUTHOR_OF_ADVICE: 'author',
  RECEIVING_SCHOOL: 'receiving',
} as const;

async function stageOf(tx: Runner, { caseId }: Item): Promise<string> {
  const [row] = await tx.run<{ stage: string }>('item-stage', STAGE, [caseId]);
  return row?.stage ?? '';
}

function decisionMap({ kind }: Sitting, { pathway }: Item): DecisionMap | undefined {
  return pathway ? kind.decides[pathway] : undefined;
}

/** Days of an action that was agreed without a day (handbook 3.4). */
const USUAL = { unit: 'SD', n: 10, roll: true } as const;

const SCHOOL_ACTION = `
INSERT INTO school_action (authority, item_id, text, owner_id, owner_name, due_on, state, changed_at)
SELECT $1, $2, $3, (SELECT CASE WHEN count(*) = 1 THEN (array_agg(o.id))[1] END FROM officer o
  WHERE o.authority = $1 AND o.active AND lower(o.name) = lower($4)), $4, $5, 'open', $6`;
const STAGE = 'SELECT stage FROM send_case WHERE id = $1';
