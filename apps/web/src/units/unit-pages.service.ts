import { AccessLog, type Actor } from '@app/access';
import { Calendars } from '@app/casework';
import { type Looking, type Unit, Units } from '@app/placements';
import { Clock } from '@app/statutory-calendar';
import { Injectable, NotFoundException } from '@nestjs/common';
import { paths } from '../paths';
import { placeRow, type PlaceRow } from './place-row';
import { seesHubs } from '../hubs/hub-roles';
import { keepsPlaces, ownUnitOnly, UNIT_VIEWS, unitsHref, type UnitView } from './units-asked';
import { waitingRow, type WaitingRow } from './waiting-row';

/** A unit as the page shows it. */
export interface UnitModel {
  readonly urn: string;
  readonly name: string;
  readonly squares: readonly string[];
  readonly label: string;
  readonly places: readonly PlaceRow[];
  /** Undefined for those who may know only how many wait. */
  readonly waiting: readonly WaitingRow[] | undefined;
  readonly waits: number;
  readonly addHref: string;
}

/** Reads units and makes the models of their pages. */
@Injectable()
export class UnitPages {
  constructor(
    private readonly units: Units,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  /** The units this person works with; the look is written down. */
  async seen(officer: Actor): Promise<UnitModel[]> {
    const own = ownUnitOnly(officer);
    const [units, calendar] = await Promise.all([
      this.units.all(officer, own),
      this.calendars.forAuthority(officer.authority),
    ]);
    await this.log.looked(officer, { action: 'list.seen', page: 'units' });
    const looking = { today: this.clock.today(), calendar };
    return units.map((unit) => unitModel(unit, looking, own === null));
  }

  /** One unit of this council. @throws NotFoundException */
  async one(officer: Actor, urn: string): Promise<Unit> {
    const [unit] = await this.units.all(officer, urn);
    if (!unit) throw new NotFoundException();
    return unit;
  }

  /** The whole page, with the rows of the view that was asked for. */
  async model(officer: Actor, view: UnitView): Promise<object> {
    const units = await this.seen(officer);
    const rows = units.flatMap(({ places }) => places);
    const mayKeep = keepsPlaces(officer);
    const count = (each: UnitView) => countOf(each, units, rows);
    return {
      lead: leadOf(units, rows),
      units: units.map((unit) => inView(unit, view)).filter((unit) => view === 'all' || unit.shown),
      hasUnits: units.length > 0,
      views: (Object.keys(UNIT_VIEWS) as UnitView[])
        .filter((each) => each !== 'waiting' || units.some(({ waiting }) => waiting))
        .map((each) => ({
          text: UNIT_VIEWS[each],
          href: unitsHref(each),
          count: count(each),
          current: each === view,
        })),
      heading: UNIT_VIEWS[view],
      mayKeep,
      seesHubs: seesHubs(officer),
      downloadHref: unitsHref(view, paths.units.download),
    };
  }
}

function unitModel(unit: Unit, looking: Looking, seesWaiting: boolean): UnitModel {
  const places = unit.places.map((place) => placeRow(unit, place, looking));
  const counts = Object.entries(countBy(places.map(({ state }) => state.toLowerCase())));
  const all = `${places.length} ${places.length === 1 ? 'place' : 'places'}`;
  return {
    urn: unit.urn,
    name: unit.name,
    squares: places.map(({ square }) => square),
    label: `${all}: ${counts.map(([state, count]) => `${count} ${state}`).join(', ')}`,
    places,
    waiting: seesWaiting ? unit.waiting.map(waitingRow) : undefined,
    waits: unit.waiting.length,
    addHref: paths.units.addPlace(unit.urn),
  };
}

/** The unit with only the rows of a view. */
function inView(unit: UnitModel, view: UnitView) {
  const places = unit.places.filter((row) => row.views.includes(view));
  const waiting = view === 'all' || view === 'waiting' ? unit.waiting : undefined;
  return { ...unit, places, waiting, shown: places.length + (waiting?.length ?? 0) };
}

function countOf(view: UnitView, units: readonly UnitModel[], rows: readonly PlaceRow[]): number {
  return view === 'waiting'
    ? units.reduce((sum, { waits }) => sum + waits, 0)
    : rows.filter(({ views }) => views.includes(view)).length;
}

function leadOf(units: readonly UnitModel[], rows: readonly PlaceRow[]) {
  const count = (view: UnitView) => countOf(view, units, rows);
  const free = count('vacant');
  const sentences = [
    waitingWords(count('waiting')),
    count('offers') ? `${count('offers')} offered or to be admitted within 5 working days.` : '',
    count('reviews') ? `${count('reviews')} to review within 5 working days.` : '',
  ];
  return {
    strong: `${free} of ${rows.length} ${rows.length === 1 ? 'place' : 'places'} ${free === 1 ? 'is' : 'are'} vacant.`,
    rest: sentences.filter(Boolean).join(' '),
  };
}

const waitingWords = (count: number) =>
  count === 0 ? 'Nobody waits.' : `${count} ${count === 1 ? 'child waits' : 'children wait'}.`;

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
