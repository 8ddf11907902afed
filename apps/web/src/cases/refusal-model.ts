import { keyDateOf, type OpenedCase, lowerFirst } from '@app/casework';
import { type EventDefinition, ROLES, type Reason } from '@app/pathways';
import { dayAndMonth, longDay, londonTime, plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';
import { adviceRows } from './advice-model';
import { listState } from './state-model';
import { stepHref, stepSlug, whyHref } from './step-address';

interface Refused {
  readonly opened: OpenedCase;
  readonly type: string;
  readonly definition: EventDefinition;
  readonly reasons: readonly Reason[];
  /** Events that can be recorded now: their forms are worth a link. */
  readonly canDo: readonly string[];
  readonly now: Date;
  /** Something was sent; otherwise somebody asks what would open the step. */
  readonly isAnswer: boolean;
  /** This person decides for the council. */
  readonly mayDecide: boolean;
}

/** The reason that lists the steps which come first, one after the other. */
const NOT_FROM_HERE = 'possibleFromHere';

/** A no that helps: what is missing, who has it, what else can be done, what it means for the dates. */
export function refusalModel({
  opened,
  type,
  definition,
  reasons,
  canDo,
  now,
  isAnswer,
  mayDecide,
}: Refused) {
  const { file } = opened;
  return {
    title: refusalTitle(definition),
    reasons: reasons.map(({ text }) => (/[.?!]$/.test(text) ? text : `${text}.`)),
    isAnswer,
    advice: reasons.some(({ guard }) => guard === 'adviceAccountedFor')
      ? missingAdvice(opened)
      : undefined,
    already: reasons.some(({ guard }) => guard === 'adviceAccountedFor') ? adviceIn(opened) : [],
    missing: reasons
      .filter(({ guard }) => guard !== 'adviceAccountedFor')
      .flatMap(({ guard, missing }) =>
        missing.map((it, index) => ({ ...it, comesLater: guard === NOT_FROM_HERE && index > 0 })),
      )
      .map(({ what, who, byEvent, comesLater }) => ({
        what,
        who,
        comesLater,
        ...(byEvent &&
          canDo.includes(byEvent) && {
            href: stepHref(file.reference, byEvent),
            verb: opened.pathway.events[byEvent]?.title,
          }),
      })),
    ways: waysOn(opened, { type, reasons, mayDecide }),
    dates: datesModel(opened, type),
    at: `${plainDay(opened.today)}, ${londonTime(now)}`,
    formHref: `${paths.caseFile.record(file.reference, stepSlug(type))}?form=open`,
  };
}

/** 'You cannot record that all advice is in yet'. */
export function refusalTitle({ title }: Pick<EventDefinition, 'title'>): string {
  if (/^Panel |:/.test(title)) return `“${title}” cannot be recorded yet`;
  return `You cannot ${lowerFirst(title)} yet`;
}

/** Who may record an event, in words. */
export function whoMay({ roles }: EventDefinition, managers: readonly string[]): string {
  const words = roles
    .filter((role) => role !== 'system')
    .map((role) =>
      role === 'send_manager' && managers.length
        ? `${managers.join(' or ')} (decision maker)`
        : lowerFirst(ROLES[role]),
    );
  return words.join(', ').replace(/, ([^,]*)$/, ' or $1');
}

function missingAdvice(opened: OpenedCase) {
  return adviceRows(opened)
    .filter(({ received, recordHref }) => !received && recordHref)
    .map((row) => ({ ...row, isLate: row.due?.state?.kind === 'breached' }));
}

function adviceIn(opened: OpenedCase) {
  return adviceRows(opened)
    .filter(({ received }) => received)
    .map(({ name, received }) => ({ name, received }));
}

function waysOn(
  { file }: OpenedCase,
  { type, reasons, mayDecide }: Pick<Refused, 'type' | 'reasons' | 'mayDecide'>,
) {
  const form = paths.caseFile.record(file.reference, stepSlug(type));
  if (!reasons.some(({ guard }) => guard === 'adviceAccountedFor')) {
    return [
      ...(reasons.some(({ guard }) => guard === IN_ITS_SITTING) ? [toTheSitting] : []),
      ...reasons
        .flatMap(({ otherWays = [] }) => otherWays)
        .map((text) => ({ title: '', text, source: '', href: `${form}?form=open` })),
    ];
  }
  const decider = file.deciderNames[0] ?? 'The decision maker';
  const reused = {
    title: 'Use advice we already have',
    text: 'You need its author, the council and the family to agree that it is enough.',
    source: 'SEND Regulations 2014, regulation 6(4)',
    href: `${form}?basis=existing_reused`,
  };
  const without = mayDecide
    ? {
        title: 'Go ahead without it',
        text: 'You decide for the council. Record why: the family can see the reason.',
        source: '',
        href: `${form}?basis=missing_recorded`,
      }
    : {
        title: `Ask ${decider} to go ahead without it`,
        text: `${decider} decides for the council and may go on without the missing advice, with a recorded reason. The family can see the reason. Write a note that says what is missing.`,
        source: '',
        href: `${paths.caseFile.notes(file.reference)}#add`,
      };
  return [reused, without];
}

/** What stands on an agenda is decided in its sitting. */
const IN_ITS_SITTING = 'inItsSitting';
const toTheSitting = {
  title: 'Open the sitting',
  text: 'Your panels and their next sittings.',
  source: '',
  href: paths.panels.list,
};

const STAYS: Readonly<Record<string, string>> = {
  w20: 'The final plan date does not move:',
  w6: 'The date to tell the family does not move:',
};

const ruleOf = ({ pathway }: OpenedCase, code: string) =>
  pathway.clocks.find((rule) => rule.code === code)?.label ?? 'The date';

/** The clock that asks for this step; else the next that runs out. */
function clockBeside({ file, pathway, today }: OpenedCase, type: string) {
  const open = file.clocks.filter(({ status }) => status === 'open');
  const asks = pathway.clocks.filter(({ doneBy }) => doneBy === type).map(({ code }) => code);
  return open.find(({ code }) => asks.includes(code)) ?? open.find(({ dueOn }) => dueOn >= today);
}

function datesModel(opened: OpenedCase, type: string) {
  const { file, pathway } = opened;
  const key = keyDateOf(file, pathway, opened);
  if (key) {
    return {
      intro:
        STAYS[key.clock.code] ??
        `“${ruleOf(opened, key.clock.code)}” is set by law and does not move:`,
      day: longDay(key.dueOn),
      lastWorkingDay:
        key.lastWorkingDay === key.dueOn
          ? undefined
          : `${longDay(key.lastWorkingDay).split(' ')[0] ?? ''} ${dayAndMonth(key.lastWorkingDay)}`,
      whyHref: whyHref(file.reference, key.clock),
      state: listState(key.state),
    };
  }
  const next = clockBeside(opened, type);
  const rule = next && pathway.clocks.find(({ code }) => code === next.code);
  if (!next || !rule) return undefined;
  return {
    intro: `No date moves. “${rule.label}” stays due on`,
    day: longDay(next.dueOn),
    lastWorkingDay: undefined,
    whyHref: whyHref(file.reference, next),
    state: undefined,
  };
}
