import { assign, enqueueActions } from 'xstate';
import { type PathwayEvent, said } from '../event';
import { type Instruction, type Recipient } from '../instruction';
import { TODAY } from '../task-days';
import { attendanceOf, type Level, levelOf, type Signs } from './levels';
import { mainFunctions } from './function-profile';
import { levelIn, section19Due } from './guards-referral';
import { firstPartTimeDay } from './guards-timetable';
import { highestStable, type Ladder, tried } from './ladder';
import { inForce } from '../policy';
import { ebsnaPolicy, ebsnaTasks } from './policy';
import { type Route, ROUTE_ENDS } from './routes';

const { due } = ebsnaTasks;

/** What an EBSNA case remembers between events. */
export interface EbsnaContext {
  readonly level: Level | null;
  readonly immediateRisk: boolean;
  readonly viewsDiffer: boolean;
  readonly hasPlan: boolean;
  readonly ncYear: number | null;
  readonly daysMissed: number;
  readonly illnessDays: number;
  readonly attendance: number | null;
  readonly s19Asked: boolean;
  readonly deferrals: number;
  readonly waitingSince: string | null;
  readonly cycle: number;
  readonly relapses: number;
  readonly longCase: boolean;
  readonly phase: string | null;
  readonly target: number;
  readonly baseline: Readonly<Record<string, unknown>> | null;
  readonly mainFunctions: readonly number[];
  readonly ladder: Ladder;
  /** The highest step achieved twice running. */
  readonly highestStep: number;
  readonly pttSince: string | null;
  readonly pttHours: number | null;
  readonly reasonCode: string | null;
}

type Args = { context: EbsnaContext; event: PathwayEvent };
type Assigned = (args: Args) => Partial<EbsnaContext>;
const keep = (assigned: Assigned) =>
  assign<EbsnaContext, PathwayEvent, undefined, PathwayEvent, never>(assigned);

const numbers = (value: unknown) =>
  (value as { mean: number }[] | undefined)?.map(({ mean }) => mean);
const number = (value: unknown, otherwise: number) =>
  typeof value === 'number' ? value : otherwise;

const input = ({ context, event }: Args) => ({ context: { ...context }, event });

function referral({ context, event: { payload } }: Args): Partial<EbsnaContext> {
  const signs = payload as Signs;
  return {
    level: Math.max(
      Number(payload['level']),
      levelOf(signs, inForce(ebsnaPolicy, context).levels),
    ) as Level,
    attendance: attendanceOf(signs.sessions) ?? null,
    immediateRisk: payload['immediateRisk'] === true,
    viewsDiffer: payload['viewsDiffer'] === true,
    hasPlan: payload['hasPlan'] === true,
    daysMissed: number(payload['daysMissed'], 0),
    illnessDays: number(payload['illnessDays'], 0),
  };
}

/** Actions that change what the case remembers, and nothing else. */
export const ebsnaMemory = {
  keepReferral: keep(referral),
  keepLevel: keep((args) => ({ level: levelIn(input(args)) as Level })),
  countDeferral: keep(({ context }) => ({ deferrals: context.deferrals + 1 })),
  startWaiting: keep(({ context, event }) => ({
    waitingSince: context.waitingSince ?? event.occurredOn,
  })),
  freezeBaseline: keep(({ context, event: { payload } }) => ({
    baseline: (payload['measures'] ?? null) as EbsnaContext['baseline'],
    mainFunctions: mainFunctions(
      {
        child: numbers(payload['childScale']) ?? [],
        parent: numbers(payload['parentScale']) ?? [],
      },
      inForce(ebsnaPolicy, context).functionTie,
    ),
  })),
  nextCycle: keep(({ context, event: { payload } }) => ({
    cycle: context.cycle + 1,
    phase: said({ payload }, 'phase') ?? context.phase,
    target: number(payload['targetAttendance'], context.target),
  })),
  recordStep: keep(({ context, event: { payload } }) => {
    const ladder = tried(context.ladder, Number(payload['stepNo']), payload['achieved'] === true);
    return {
      ladder,
      highestStep: highestStable(ladder, inForce(ebsnaPolicy, context).steps.stableAfter),
    };
  }),
  flagLongCase: keep(() => ({ longCase: true })),
  countRelapse: keep(({ context }) => ({ relapses: context.relapses + 1 })),
  closeByRoute: keep(({ event }) => ({ reasonCode: ROUTE_ENDS[routeOf(event)].code })),
  startPartTime: keep(({ event }) => ({
    pttSince: firstPartTimeDay(event),
    pttHours: number(event.payload['hours'], 0),
  })),
  keepHours: keep(({ context, event: { payload } }) => ({
    pttHours: number(payload['hours'], context.pttHours ?? 0),
  })),
  endPartTime: keep(() => ({ pttSince: null, pttHours: null })),
};

const routeOf = (event: PathwayEvent): Route => {
  const route = said(event, 'route');
  return route && route in ROUTE_ENDS ? (route as Route) : 'other';
};

const depending = (
  act: Parameters<
    typeof enqueueActions<
      EbsnaContext,
      PathwayEvent,
      undefined,
      PathwayEvent,
      never,
      never,
      never,
      never,
      Instruction
    >
  >[0],
) =>
  enqueueActions<
    EbsnaContext,
    PathwayEvent,
    undefined,
    PathwayEvent,
    never,
    never,
    never,
    never,
    Instruction
  >(act);

const section19 = (triggerType: string, reason: string): Instruction => ({
  type: 'case.open',
  pathway: 's19_request',
  reason,
  answers: { triggerType, requestedBy: 'council' },
});

/** Actions that depend on what the case remembers: instructions to some readers, or none. */
export const ebsnaDepending = {
  /** Asked once in the life of a case, whatever brings it up. */
  considerSection19: depending(({ context, event, enqueue }) => {
    if (context.s19Asked || !section19Due(input({ context, event }))) return;
    const { section19SchoolDays } = inForce(ebsnaPolicy, context);
    const illness = context.illnessDays >= section19SchoolDays;
    enqueue.assign({ s19Asked: true });
    enqueue.emit(
      section19(
        illness ? 'illness' : 'otherwise',
        `${context.daysMissed >= section19SchoolDays ? `${section19SchoolDays} or more school days missed` : 'Severe absence, or a question about the duty'}: does the council owe education?`,
      ),
    );
  }),
  considerSection19PartTime: depending(({ context, enqueue }) => {
    if (context.s19Asked) return;
    enqueue.assign({ s19Asked: true });
    enqueue.emit(section19('part_time', 'A part-time timetable was not ended in time'));
  }),
  watchSevere: depending(({ context, event, enqueue }) => {
    if (levelIn(input({ context, event })) < 4) return;
    enqueue.emit({
      type: 'task.open',
      task: 'Put the child on the Vulnerable Learners list',
      why: 'Level 4: the group looks at these children every six weeks.',
      for: 'panel_coordinator',
      due: due.watchList,
    });
  }),
  actOnRisk: depending(({ context, enqueue }) => {
    if (!context.immediateRisk) return;
    enqueue.emit({
      type: 'task.open',
      task: 'Check that children’s social care and health know today',
      why: 'The referral says that the child is at risk now. Triage follows within one working day.',
      for: 'manager',
      due: TODAY,
    });
  }),
  askForInformation: depending(({ event, enqueue }) => {
    const asked = event.payload['askedOf'];
    const to = (Array.isArray(asked) ? asked : ['school', 'family']) as Recipient[];
    enqueue.emit({ type: 'message.send', notice: 'N-07', to });
  }),
  openRoute: depending(({ context, event, enqueue }) => {
    const { pathway } = ROUTE_ENDS[routeOf(event)];
    const reason = said(event, 'reasons') ?? 'Another route was chosen';
    if (pathway === 's19_request') enqueue.emit(section19('otherwise', reason));
    else if (pathway) enqueue.emit({ type: 'case.open', pathway, reason });
    if (!context.hasPlan) return;
    enqueue.emit(tellCaseOfficer('Another route was chosen for a child with an EHC plan.'));
  }),
  /** A part-time timetable outlives the case: somebody keeps an eye on it. */
  watchPartTime: depending(({ event, enqueue }) => {
    if ((event.at?.['timetable'] ?? 'full_time') === 'full_time') return;
    enqueue.emit({
      type: 'task.open',
      task: 'Agree who keeps watch until the child is full time again',
      why: 'The case closed while a part-time timetable was in force.',
      for: 'manager',
      due: due.keepWatch,
    });
  }),
  invitePlanOfficer: depending(({ context, enqueue }) => {
    if (!context.hasPlan) return;
    enqueue.emit(tellCaseOfficer('A plan of support is being made for a child with an EHC plan.'));
  }),
};

const tellCaseOfficer = (why: string): Instruction => ({
  type: 'task.open',
  task: 'Invite the EHC case officer, and offer an early annual review',
  why,
  for: 'owner',
  due: due.inviteCaseOfficer,
});
