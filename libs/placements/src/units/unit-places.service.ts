import { AccessDenied, type Actor } from '@app/access';
import { PolicyPacks } from '@app/casework';
import { type Runner, Statements } from '@app/database';
import { hdPolicy, pathwayNamed, settingIn } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Injectable, Optional } from '@nestjs/common';

/** How many places a unit can have at most. */
export const MOST_PLACES = 8;

/** A place cannot be changed so; nothing was changed. */
export class PlaceRefused extends Error {}

/** What can be done to a place by hand, in the words of the handbook's place machine. */
export type PlaceEvent = 'SUSPEND' | 'RESUME' | 'DECOMMISSION';

interface LockedPlace {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly suspended: boolean;
  readonly taken: boolean;
}

/** Sets up the places of a unit and changes them. Children get places through their cases, never here. */
@Injectable()
export class UnitPlaces {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    @Optional() private readonly policies: PolicyPacks = new PolicyPacks(statements),
  ) {}

  /** How many places a unit of this council usually has. */
  async usual({ authority }: Actor): Promise<number> {
    const day = this.clock.today();
    const policy = await this.policies.overlay(authority, 'hd_referral', day);
    return settingIn(pathwayNamed('hd_referral'), 'placesPerUnit', { policy });
  }

  /** Sets up a unit. @throws PlaceRefused when the school has one already */
  async create(actor: Actor, urn: string, count: number, why: string): Promise<void> {
    if (!Number.isInteger(count) || count < 1 || count > MOST_PLACES)
      throw new PlaceRefused(`A unit has 1 to ${MOST_PLACES} places`);
    await this.statements.together(async (tx) => {
      const values = [actor.authority, hdPolicy.programme, urn];
      const exists = await tx.run('unit-places.exists', IN_USE, values);
      if (exists.length)
        throw new PlaceRefused('This school has a unit already. Add a place to it instead');
      for (let made = 0; made < count; made++) await this.addOne(tx, actor, urn, why);
    });
  }

  /** Adds one place, as the agreement with the host school says. @throws PlaceRefused */
  async add(actor: Actor, urn: string, why: string): Promise<number> {
    return this.statements.together(async (tx) => {
      const values = [actor.authority, hdPolicy.programme, urn];
      const open = await tx.run('unit-places.in-use', IN_USE, values);
      if (open.length >= MOST_PLACES)
        throw new PlaceRefused(`A unit has at most ${MOST_PLACES} places. Close one first`);
      return this.addOne(tx, actor, urn, why);
    });
  }

  /** Suspends, reopens or closes a place that no child has. @throws PlaceRefused */
  async change(
    actor: Actor,
    { urn, number, event, why }: { urn: string; number: number; event: PlaceEvent; why: string },
  ): Promise<void> {
    const today = this.clock.today();
    await this.statements.together(async (tx) => {
      const which = [actor.authority, hdPolicy.programme, urn, number];
      const [locked] = await tx.run<{ id: string }>('unit-places.lock', LOCK, which);
      if (!locked) throw new AccessDenied('change a place that this council does not have');
      // A claim that came first is seen only by a statement that begins after the lock.
      const [place] = await tx.run<LockedPlace>('unit-places.taken', TAKEN, [locked.id, today]);
      const refused = place && refusal(event, place);
      if (refused) throw new PlaceRefused(refused);
      await tx.run('unit-places.change', CHANGE, [locked.id, event, today, why]);
      await this.written(tx, actor, { place: locked.id, event, why });
    });
  }

  private async addOne(tx: Runner, actor: Actor, urn: string, why: string): Promise<number> {
    const values = [actor.authority, hdPolicy.programme, urn];
    const [added] = await tx.run<{ id: string; number: number }>('unit-places.add', ADD, values);
    if (!added) throw new PlaceRefused('Somebody else changed this unit just now. Look again');
    await this.written(tx, actor, { place: added.id, event: 'OPEN', why });
    return added.number;
  }

  private async written(
    tx: Runner,
    actor: Actor,
    { place, event, why }: { place: string; event: PlaceEvent | 'OPEN'; why: string },
  ): Promise<void> {
    const values = [place, actor.authority, event, why, this.clock.today(), actor.id];
    await tx.run('unit-places.written', WRITTEN, [...values, this.clock.now()]);
  }
}

function refusal(event: PlaceEvent, { taken, suspended }: LockedPlace): string | undefined {
  if (taken)
    return 'A child has this place. It can be changed when the child’s case has given it back';
  if (event === 'SUSPEND' && suspended) return 'This place is suspended already';
  if (event === 'RESUME' && !suspended) return 'This place is in use already';
  return undefined;
}

/** Places of a unit that are not closed, locked so that two people never go over the limit together. */
const IN_USE = `
SELECT id FROM place WHERE authority = $1 AND programme = $2 AND cohort = $3 AND closed_on IS NULL ORDER BY id FOR UPDATE`;

const ADD = `
INSERT INTO place (authority, programme, cohort, number)
SELECT $1, $2, $3, coalesce(max(number), 0) + 1 FROM place WHERE authority = $1 AND programme = $2 AND cohort = $3
ON CONFLICT DO NOTHING RETURNING id, number`;

const LOCK = `
SELECT id FROM place WHERE authority = $1 AND programme = $2 AND cohort = $3 AND number = $4 AND closed_on IS NULL FOR UPDATE`;

const TAKEN = `
SELECT p.id, p.suspended_on IS NOT NULL AS suspended,
  EXISTS (SELECT FROM place_holding o WHERE o.place_id = p.id AND o.during && daterange($2::date, NULL)) AS taken
FROM place p WHERE p.id = $1`;

const CHANGE = `
UPDATE place SET
  suspended_on = CASE WHEN $2::text = 'SUSPEND' THEN $3::date END,
  suspended_why = CASE WHEN $2::text = 'SUSPEND' THEN $4::text END,
  closed_on = CASE WHEN $2::text = 'DECOMMISSION' THEN $3::date END
WHERE id = $1`;

const WRITTEN = `
INSERT INTO place_event (place_id, number, authority, type, why, occurred_on, actor_id, at)
SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 FROM place_event WHERE place_id = $1`;
