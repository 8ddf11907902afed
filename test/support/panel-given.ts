import { type Actor } from '@app/access';
import { AtRiskReader } from '@app/attendance';
import { Calendars, CaseworkService } from '@app/casework';
import { type PanelCode } from '@app/panels';
import { type Statements } from '@app/database';
import { type CalendarDay, FixedClock, londonInstant } from '@app/statutory-calendar';
import { Agendas } from '../../libs/panels/src/sittings/agendas.service';
import { Entries } from '../../libs/panels/src/sittings/entries.service';
import { ItemSteps } from '../../libs/panels/src/sittings/item-steps.service';
import { LateItems } from '../../libs/panels/src/sittings/late-items.service';
import { MinutesBook } from '../../libs/panels/src/sittings/minutes.service';
import { Register } from '../../libs/panels/src/sittings/register.service';
import { SittingSteps } from '../../libs/panels/src/sittings/sitting-steps.service';
import { setUpPanels } from '../../libs/panels/src/series/panels.service';
import { SittingsAhead } from '../../libs/panels/src/series/sittings-ahead.service';
import { anOfficer, WENDMOOR } from './given';

/** A panel with people on it and its sittings planned, and the services that hold them, on a clock that the test moves. */
export interface PanelRoom {
  readonly clock: FixedClock;
  readonly casework: CaseworkService;
  readonly agendas: Agendas;
  readonly steps: SittingSteps;
  readonly items: ItemSteps;
  readonly late: LateItems;
  readonly register: Register;
  readonly entries: Entries;
  readonly minutes: MinutesBook;
  readonly panelId: string;
  readonly code: PanelCode;
  readonly chair: Actor;
  readonly deputy: Actor;
  readonly coordinator: Actor;
  /** Members by service, for the register. */
  readonly members: Readonly<Record<string, string>>;
  readonly officers: Readonly<Record<string, Actor>>;
  /** The sitting on that day. */
  sittingOn(day: CalendarDay): Promise<string>;
  /** Everybody of these services is in the room. */
  here(sittingId: string, ...services: string[]): Promise<void>;
  at(day: CalendarDay, time?: string): void;
}

const CORE = ['psychology', 'attendance', 'specialist_teacher', 'mental_health'] as const;
const CALLED = ['police', 'social_worker'] as const;
/** Services that only other panels than TATS ask for. */
const ELSEWHERE: Readonly<Record<PanelCode, readonly string[]>> = {
  tats: [],
  vlg: [],
  y6_moderation: ['advisory', 'advisory', 'finance'],
  eip: ['send'],
  ehc_decision: ['school_rep'],
  hd_admissions: ['host_lead', 'send', 'finance'],
  pp: ['finance', 'commissioning'],
};

/** The TATS panel of an authority with a whole room of members. */
export async function aPanelRoom(
  statements: Statements,
  day: CalendarDay,
  { code = 'tats', authority = WENDMOOR }: { code?: PanelCode; authority?: string } = {},
): Promise<PanelRoom> {
  const clock = new FixedClock(londonInstant(day, '09:00'));
  const calendars = new Calendars(statements);
  const casework = new CaseworkService(statements, clock, calendars);
  const agendas = new Agendas(statements, clock, new AtRiskReader(statements, calendars));
  const steps = new SittingSteps(statements, agendas, casework, calendars, clock);
  await setUpPanels(statements, { authority, from: day, at: clock.now() });
  await new SittingsAhead(statements, clock, calendars).generate(authority);
  const [panel] = await statements.run<{ id: string }>(
    '',
    'SELECT id FROM panel WHERE authority = $1 AND code = $2',
    [authority, code],
  );
  const panelId = panel!.id;
  const chair = await anOfficer(statements, 'Imogen Farrow', ['panel_chair', 'send_manager'], {
    authority,
  });
  const deputy = await anOfficer(statements, 'Tobias Wren', ['ep'], { authority });
  const coordinator = await anOfficer(statements, 'Petra Lindqvist', ['panel_coordinator'], {
    authority,
  });
  const members: Record<string, string> = {};
  const officers: Record<string, Actor> = { chair, deputy_chair: deputy, coordinator };
  const join = async (service: string, core: boolean, seat = service) => {
    officers[seat] ??= await anOfficer(statements, `Member for ${seat}`, ['ep'], {
      authority,
    });
    const [member] = await statements.run<{ id: string }>('', MEMBER, [
      authority,
      panelId,
      officers[seat].id,
      officers[seat].name,
      service,
      core,
    ]);
    members[seat] = member!.id;
  };
  for (const service of ['chair', 'deputy_chair', 'coordinator', ...CORE])
    await join(service, true);
  for (const service of CALLED) await join(service, false);
  for (const service of ELSEWHERE[code])
    await join(service, true, members[service] ? `second ${service}` : service);
  const register = new Register(statements, clock);
  return {
    clock,
    casework,
    agendas,
    steps,
    items: new ItemSteps(statements, casework, calendars, clock),
    late: new LateItems(statements, agendas, casework, clock),
    register,
    entries: new Entries(statements, clock),
    minutes: new MinutesBook(statements, steps, clock),
    panelId,
    code,
    chair,
    deputy,
    coordinator,
    members,
    officers,
    at: (on, time = '14:00') => clock.set(londonInstant(on, time)),
    sittingOn: async (on) => {
      const [sitting] = await statements.run<{ id: string }>(
        '',
        'SELECT id FROM sitting WHERE panel_id = $1 AND sits_on = $2',
        [panelId, on],
      );
      if (!sitting) throw new Error(`The panel does not sit on ${on}`);
      return sitting.id;
    },
    here: async (sittingId, ...services) => {
      for (const service of services)
        await register.answer(chair, sittingId, members[service]!, { answer: 'here' });
    },
  };
}

const MEMBER = `
INSERT INTO panel_member (authority, panel_id, officer_id, name, email, service, core, from_on)
VALUES ($1, $2, $3, $4, 'member@example.org', $5, $6, '2020-01-01') RETURNING id`;
