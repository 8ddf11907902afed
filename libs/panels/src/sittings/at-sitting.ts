import { type Actor } from '@app/access';
import { type Runner } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { CLOSE } from '../pure/agenda';
import { type Item, itemsOf, mayRead } from './items';
import { type Member, membersOf, type Seat, seatOf } from './seats';
import { type Sitting, SittingNotFound, sittingOf } from './sitting';

/** A sitting as one person finds it: their seat, the members, and the items that they may read. */
export interface AtSitting {
  readonly sitting: Sitting;
  readonly seat: Seat;
  readonly members: readonly Member[];
  readonly items: readonly Item[];
  /** How many items are kept from this person. */
  readonly hidden: number;
  /** How many items, of all, have no outcome yet. */
  readonly unsettled: number;
  /** When each of the items that this person may read begins: those kept from them take their time too. */
  readonly starts: ReadonlyMap<string, Date>;
}

/** Comes to a sitting. @throws SittingNotFound for somebody without a seat */
export async function comeTo(
  runner: Runner,
  actor: Actor,
  sittingId: string,
  today: CalendarDay,
): Promise<AtSitting> {
  const sitting = await sittingOf(runner, actor.authority, sittingId);
  const members = await membersOf(runner, sitting);
  const seat = seatOf(actor, members);
  const all = await itemsOf(runner, sitting);
  const items = all.filter((item) => mayRead(seat, sitting, item, today));
  const unsettled = all.filter(({ status }) => status === 'listed' || status === 'open').length;
  const starts = startsOf(sitting, all);
  return { sitting, seat, members, items, hidden: all.length - items.length, unsettled, starts };
}

const MINUTE = 60_000;

function startsOf({ startsAt, terms }: Sitting, items: readonly Item[]): Map<string, Date> {
  let at = startsAt.getTime() + (terms.opening - CLOSE) * MINUTE;
  const starts = new Map<string, Date>();
  for (const { id, minutes } of items) {
    starts.set(id, new Date(at));
    at += minutes * MINUTE;
  }
  return starts;
}

/** The item, if this person may read it. @throws SittingNotFound */
export function itemAt({ items }: AtSitting, itemId: string): Item {
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw new SittingNotFound();
  return item;
}

/** The day of the next sitting of the panel that still takes items; undefined when none is planned. */
export async function nextSitting(
  runner: Runner,
  { panelId, sitsOn, id }: Sitting,
): Promise<{ id: string; on: CalendarDay } | undefined> {
  const [next] = await runner.run<{ id: string; on: CalendarDay }>('sitting-next', NEXT, [
    panelId,
    sitsOn,
    id,
  ]);
  return next;
}

const NEXT = `
SELECT id, sits_on AS "on" FROM sitting
WHERE panel_id = $1 AND (sits_on, starts_at) > ($2::date, (SELECT starts_at FROM sitting WHERE id = $3)) AND stage IN ('scheduled', 'agenda_open', 'papers_out')
ORDER BY starts_at LIMIT 1`;
