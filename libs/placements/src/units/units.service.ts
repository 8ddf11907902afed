import { type Actor, visibleCases } from '@app/access';
import { Statements } from '@app/database';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type PlaceClock, type Unit, type UnitPlace, type UnitWaiting } from './unit';
import { placesSql, waitingSql } from './unit-sql';

interface PlaceRow {
  readonly [column: string]: unknown;
  readonly urn: string;
  readonly unitName: string;
  readonly number: number;
  readonly suspendedOn: CalendarDay | null;
  readonly suspendedWhy: string | null;
  readonly reference: string | null;
  readonly stage: string | null;
  readonly heldSince: CalendarDay | null;
  readonly keptUntil: CalendarDay | null;
  readonly name: string | null;
  readonly admittedOn: CalendarDay | null;
  readonly clocks: readonly PlaceClock[];
}

type WaitingRow = Omit<UnitWaiting, 'rank'> & { readonly urn: string };

const OFFER_STAGES = ['offered', 'admission_planning'];
const ANSWER_CLOCKS = ['offer_expiry', 'admission_sla'];

/** High dependency units as they stand today. */
@Injectable()
export class Units {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Every unit with a place in use, by name; `urn` for one only. */
  async all(actor: Actor, urn: string | null = null): Promise<Unit[]> {
    const places = visibleCases(actor, 'c', 'k');
    const waiting = visibleCases(actor, 'w', 'h');
    const [placeRows, waitingRows] = await Promise.all([
      this.statements.run<PlaceRow>('units.places', placesSql(places.sql(4)), [
        ...[actor.authority, this.clock.today(), urn],
        ...places.values,
      ]),
      this.statements.run<WaitingRow & Record<string, unknown>>(
        'units.waiting',
        waitingSql(waiting.sql(3)),
        [actor.authority, this.clock.today(), ...waiting.values],
      ),
    ]);
    const urns = [...new Set(placeRows.map((row) => row.urn))];
    return urns.map((each) => unitOf(each, placeRows, waitingRows));
  }
}

function unitOf(urn: string, places: readonly PlaceRow[], waiting: readonly WaitingRow[]): Unit {
  const own = places.filter((row) => row.urn === urn);
  return {
    urn,
    name: own[0]?.unitName ?? urn,
    places: own.map(placeOf),
    waiting: waiting
      .filter((row) => row.urn === urn)
      .map((row, index) => ({ ...row, rank: index + 1 })),
  };
}

function placeOf(row: PlaceRow): UnitPlace {
  const { number, reference, stage, name, clocks } = row;
  if (!reference || !stage)
    return {
      number,
      state: row.suspendedOn ? 'suspended' : 'vacant',
      since: row.suspendedOn,
      until: null,
      why: row.suspendedWhy,
      holder: null,
    };
  const holder = { reference, stage, name, clocks };
  const place = { number, why: null, holder };
  if (OFFER_STAGES.includes(stage)) {
    const answer = clocks.find(({ code }) => ANSWER_CLOCKS.includes(code));
    return { ...place, state: 'held', since: row.heldSince, until: answer?.dueOn ?? null };
  }
  if (row.keptUntil)
    return { ...place, state: 'return_hold', since: row.heldSince, until: row.keptUntil };
  return { ...place, state: 'occupied', since: row.admittedOn ?? row.heldSince, until: null };
}
