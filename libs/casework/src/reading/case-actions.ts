import { type Actor, mayRecord } from '@app/access';
import {
  type EventDefinition,
  type Facts,
  type Pathway,
  possibilities,
  type Possibility,
} from '@app/pathways';
import { addDays, type Calendar, type CalendarDay, longDay } from '@app/statutory-calendar';
import { type CaseFile } from './case-file';
import { isDecision } from './from-here';
import { stepsOf } from './next-step';
import { type NotYet, notYet } from './not-yet';
import { underPressure } from './pressure';
import { type SchoolNames, adviserWords } from './subject-words';
import { chosenOf } from './urgency';
import { type WorkStep } from './work-step';

/** Something that can be recorded on the case now. */
export interface Action {
  readonly type: string;
  readonly title: string;
  readonly context: string | undefined;
}

/** What a person can do on a case now, ordered as the page shows it. */
export interface CaseActions {
  /** The step we hope for: the one green button. */
  readonly next: { readonly step: WorkStep; readonly verb: string } | undefined;
  readonly usual: readonly Action[];
  readonly other: readonly Action[];
  readonly rare: readonly Action[];
  readonly notYet: readonly NotYet[];
}

export interface ActionsAsked {
  readonly actor: Actor;
  readonly today: CalendarDay;
  readonly calendar: Calendar;
  readonly facts: Facts;
  readonly schools?: SchoolNames;
}

const NEAR = 42; // days: what a later date asks for is no usual step yet

/** The same judgement as the door's, for buttons: what can be done, what cannot yet and why. Pure. */
export function actionsOf(file: CaseFile, pathway: Pathway, asked: ActionsAsked): CaseActions {
  const all = possibilities(pathway, file.state, { occurredOn: asked.today, facts: asked.facts });
  const mine = all.filter(({ definition }) => mayRecord(asked.actor, file, definition));
  const open = mine.filter(({ reasons }) => !reasons.length);
  const next = file.open ? nextOf(file, pathway, open, asked) : undefined;
  const rest = open.filter(({ type }) => type !== next?.step.event);
  const needed = neededBy(file, pathway, all, asked.today);
  const actions = (...kinds: string[]) =>
    rest
      .filter((it) => kinds.includes(prominenceOf(it, needed)))
      .map((it) => actionOf(it, file, asked));
  return {
    next,
    usual: actions('hoped', 'usual'),
    other: actions('other'),
    rare: actions('rare'),
    notYet: file.open ? notYet({ file, pathway, actor: asked.actor, all }) : [],
  };
}

function nextOf(
  file: CaseFile,
  pathway: Pathway,
  open: readonly Possibility[],
  asked: ActionsAsked,
): CaseActions['next'] {
  const { actor, today, calendar, schools } = asked;
  const subject = {
    ...file,
    childName: file.name,
    clocks: file.clocks.filter(({ status }) => status === 'open'),
    actions: [], // they have a page of their own
  };
  const seat = {
    officerId: actor.id,
    roles: actor.roles,
    today,
    calendar,
    overTeam: true,
    ...(schools && { schools }),
  };
  const steps = stepsOf(subject, pathway, seat).filter(
    ({ event, whose }) => whose === 'mine' && open.some(({ type }) => type === event),
  );
  const first = chosenOf(steps, today, calendar)[0]?.step;
  const step = first ? underPressure(first, subject, pathway, seat) : hopedStep(open);
  const verb = step && open.find(({ type }) => type === step.event)?.definition;
  return step && verb
    ? {
        step,
        verb: verbOf(verb, step, pathway),
      }
    : undefined;
}

/** What the button says: its own verb, the step where the row asks in other words, or 'Record it'. */
function verbOf({ verb, title }: EventDefinition, { ask, event }: WorkStep, pathway: Pathway) {
  if (verb || isDecision(pathway, event ?? '')) return verb ?? title;
  return title === ask || /^(Record|Ask) /.test(title) ? 'Record it' : title;
}

function hopedStep(open: readonly Possibility[]): WorkStep | undefined {
  const hoped = open.find(({ definition }) => definition.prominence === 'hoped');
  return (
    hoped && {
      key: hoped.type,
      label: hoped.definition.title,
      ask: hoped.definition.title,
      because: hoped.definition.hint ?? '',
      dueOn: null,
      state: undefined,
      byLaw: false,
      event: hoped.type,
      whose: 'mine',
      reasons: [],
    }
  );
}

function actionOf(
  { type, definition }: Possibility,
  file: CaseFile,
  { today }: ActionsAsked,
): Action {
  return {
    type,
    title: titleOf(definition),
    context: contextOf(type, file, today) ?? definition.hint,
  };
}

/** The words of a link: rare ones are named by their short verb where they have one. */
function titleOf({ title, verb, prominence }: EventDefinition): string {
  return prominence === 'rare' || prominence === 'other' ? (verb ?? title) : title;
}

function contextOf(type: string, { clocks }: CaseFile, today: CalendarDay): string | undefined {
  if (type !== 'ADVICE_RECEIVED') return undefined;
  const due = clocks.filter(
    ({ code, status, dueOn }) => code === 'advice_due' && status === 'open' && dueOn >= today,
  )[0];
  return due && `${adviserWords(due.subject).service} is due ${dayNear(due.dueOn, today)}.`;
}

function dayNear(day: CalendarDay, today: CalendarDay): string {
  if (day === today) return 'today';
  return day === addDays(today, 1) ? 'tomorrow' : `on ${longDay(day)}`;
}

/** Events that something on the case asks for now: a clock that runs out soon, or a step that is blocked without them. */
function neededBy(
  file: CaseFile,
  pathway: Pathway,
  all: readonly Possibility[],
  today: CalendarDay,
): string[] {
  const near = addDays(today, NEAR);
  const running = file.clocks
    .filter(({ status, dueOn }) => status === 'open' && dueOn <= near)
    .map(({ code }) => code);
  const asked = pathway.clocks.flatMap(({ code, doneBy }) =>
    doneBy && running.includes(code) ? [doneBy] : [],
  );
  const missing = all.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => reason.missing.flatMap(({ byEvent }) => byEvent ?? [])),
  );
  const events = [...asked, ...missing];
  return events.includes('CONSENT_GIVEN') ? [...events, 'CONSENT_REQUESTED'] : events;
}

/** What is not marked stands among the usual steps while something asks for it, and among the others else. */
function prominenceOf({ type, definition }: Possibility, needed: readonly string[]): string {
  return definition.prominence ?? (needed.includes(type) ? 'usual' : 'other');
}
