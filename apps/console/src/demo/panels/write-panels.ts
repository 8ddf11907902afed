import { type Actor } from '@app/access';
import { type Calendars } from '@app/casework';
import { type Statements } from '@app/database';
import { type Panel, PanelMembers, Panels, setUpPanels, SittingsAhead } from '@app/panels';
import { addDays, type CalendarDay, type Clock, londonInstant } from '@app/statutory-calendar';
import { AUTHORITY } from '../authority';
import { type Roster } from '../people/write-people';
import { writePastSittings } from './past-sittings';
import { type DemoSeat, OUTSIDE, SEATS } from './seats';

interface Tools {
  readonly statements: Statements;
  readonly clock: Clock;
  readonly calendars: Calendars;
  readonly roster: Roster;
}

/** Half a year of sittings behind us. */
const DAYS_BACK = 26 * 7;
/** The psychologist before Hal Brannigan left so long ago. */
const LEFT_DAYS_AGO = 100;

/** The seven panels with members, the sittings of the last half year, and those of the next. */
export async function writePanels(tools: Tools): Promise<void> {
  const { statements, clock, calendars } = tools;
  const since = addDays(clock.today(), -DAYS_BACK);
  await setUpPanels(statements, {
    ...{ authority: AUTHORITY, from: since, at: londonInstant(since, '09:00') },
  });
  const coordinator = tools.roster.actors.get('imogen')!;
  for (const panel of await new Panels(statements, clock).list(coordinator))
    await seatEverybody(tools, coordinator, panel, since);
  await new SittingsAhead(statements, clock, calendars).generate(AUTHORITY, undefined, since);
  await writePastSittings(statements, clock, tools.roster);
}

async function seatEverybody(
  { statements, clock, roster }: Tools,
  coordinator: Actor,
  panel: Panel,
  since: CalendarDay,
): Promise<void> {
  const members = new PanelMembers(statements, clock);
  const ids = new Map<string, string>();
  const join = async (seat: DemoSeat, from: CalendarDay, untilOn?: CalendarDay) => {
    const { service, who, isInvited, deputyOf, isUnsigned } = seat;
    const added = await members.add(coordinator, panel, {
      ...namedBy(roster, who),
      service,
      comesTo: isInvited ? 'invited' : 'every',
      ...(deputyOf && { deputyOf: ids.get(deputyOf) }),
      fromOn: from,
      untilOn,
    });
    ids.set(who, added.id);
    if (!isUnsigned) await members.sign(added, from);
  };
  const left = addDays(clock.today(), -LEFT_DAYS_AGO);
  for (const seat of SEATS[panel.code]) {
    if (panel.code === 'tats' && seat.service === 'psychology') {
      await join({ service: 'psychology', who: FORMER }, since, left);
      await join(seat, addDays(left, 1));
    } else await join(seat, since);
  }
}

const FORMER = 'Della Harcourt';

function namedBy({ actors }: Roster, who: string) {
  const officer = actors.get(who);
  if (officer) return { officerId: officer.id };
  return { name: who, email: OUTSIDE[who] ?? 'della.harcourt@wendmoor.example.org' };
}
