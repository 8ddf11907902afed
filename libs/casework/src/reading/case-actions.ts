import { type Actor, mayRecord } from '@app/access';
import {
  type EventDefinition,
  type Facts,
  type Pathway,
  possibilities,
  type Possibility,
  type Reason,
} from '@app/pathways';
import { addDays, type Calendar, type CalendarDay, longDay } from '@app/statutory-calendar';
import { type CaseFile } from './case-file';
import { stagesWith } from './from-here';
import { stepsOf, type WorkStep } from './next-step';
import { type SchoolNames, adviserWords } from './subject-words';
import { chosenOf } from './urgency';

/** Something that can be recorded on the case now. */
export interface Action {
  readonly type: string;
  readonly title: string;
  readonly context: string | undefined;
}

/** Something that cannot be recorded yet, and why. */
export interface NotYet {
  readonly type: string;
  readonly title: string;
  readonly text: string;
  readonly reasons: readonly Reason[];
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

/** The same judgement as the door's, for buttons: what can be done, what cannot yet and why. Pure. */
export function actionsOf(file: CaseFile, pathway: Pathway, asked: ActionsAsked): CaseActions {
  if (!file.open) return { next: undefined, usual: [], other: [], rare: [], notYet: [] };
  const all = possibilities(pathway, file.state, { occurredOn: asked.today, facts: asked.facts });
  const mine = all.filter(({ definition }) => mayRecord(asked.actor, file, definition));
  const open = mine.filter(({ reasons }) => !reasons.length);
  const next = nextOf(file, pathway, open, asked);
  const rest = open.filter(({ type }) => type !== next?.step.event);
  const actions = (...kinds: string[]) =>
    rest
      .filter(({ definition }) => kinds.includes(definition.prominence ?? 'usual'))
      .map((it) => actionOf(it, file, asked));
  return {
    next,
    usual: actions('hoped', 'usual'),
    other: actions('other'),
    rare: actions('rare'),
    notYet: [
      ...blocked(mine, open),
      ...decided(all, file, asked.actor),
      ...upcoming(file, pathway, all),
    ].slice(0, 5),
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
  const step = chosenOf(steps, today, calendar)[0]?.step ?? hopedStep(open);
  const verb = step && open.find(({ type }) => type === step.event)?.definition;
  return step && verb ? { step, verb: verb.verb ?? 'Record it' } : undefined;
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

/** Blocked, and worth saying so: hoped for, or something that can be supplied now. */
function blocked(mine: readonly Possibility[], open: readonly Possibility[]): NotYet[] {
  const now = open.map(({ type }) => type);
  const isNear = (reasons: readonly Reason[]) =>
    reasons.every(({ missing }) =>
      missing.every(({ byEvent }) => !byEvent || now.includes(byEvent)),
    );
  return mine
    .filter(
      ({ reasons, definition }) =>
        reasons.length &&
        isOfUse(definition) &&
        (definition.prominence === 'hoped' || isNear(reasons)),
    )
    .map(({ type, definition, reasons }) => ({
      type,
      title: definition.title,
      text: sentences(reasons),
      reasons,
    }));
}

/** Possible, but somebody else decides. */
function decided(all: readonly Possibility[], file: CaseFile, actor: Actor): NotYet[] {
  return all
    .filter(
      ({ definition }) =>
        definition.prominence === 'hoped' &&
        !mayRecord(actor, file, definition) &&
        definition.roles.some((role) => role !== 'system'),
    )
    .map(({ type, definition, reasons }) => ({
      type,
      title: definition.title,
      reasons,
      text: `${whoDecides(definition, file)} decides. ${sentences(reasons)}`.trim(),
    }));
}

/** The step we hope for in the next stage. */
function upcoming(file: CaseFile, pathway: Pathway, all: readonly Possibility[]): NotYet[] {
  const at = pathway.copy.stages.findIndex(({ states }) => states.includes(file.stage));
  const states = pathway.copy.stages[at + 1]?.states ?? [];
  const found = Object.entries(pathway.events).find(
    ([type, definition]) =>
      definition.prominence === 'hoped' &&
      !all.some((it) => it.type === type) &&
      stagesWith(pathway, type).some((stage) => states.includes(stage)),
  );
  if (at < 0 || !found) return [];
  const [type, definition] = found;
  const when =
    pathway.copy.whenPossible?.[type] ??
    `It comes after “${pathway.copy.stages[at]?.label ?? ''}”.`;
  const who =
    definition.roles.includes('ehc_officer') || definition.roles.includes('y6_worker')
      ? ''
      : ` ${whoDecides(definition, file)} decides.`;
  return [{ type, title: definition.title, text: `${when}${who}`, reasons: [] }];
}

function whoDecides(definition: EventDefinition, { deciderNames }: CaseFile): string {
  const names =
    definition.roles.includes('send_manager') && !definition.roles.includes('transition_lead')
      ? deciderNames
      : [];
  return (
    names[0] ??
    (definition.roles.includes('transition_lead') ? 'The transition lead' : 'The decision maker')
  );
}

function isOfUse({ prominence }: EventDefinition): boolean {
  return prominence !== 'rare' && prominence !== 'other';
}

function sentences(reasons: readonly Reason[]): string {
  return reasons.map(({ text }) => (/[.?!]$/.test(text) ? text : `${text}.`)).join(' ');
}
