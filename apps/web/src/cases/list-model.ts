import {
  clockWords,
  legOf,
  type ListedCase,
  stateOfAssessment,
  stateOfClock,
  yearAndSchool,
} from '@app/casework';
import { type Pathway, pathwayNamed } from '@app/pathways';
import { type Calendar, type CalendarDay, plainDay, shortDay } from '@app/statutory-calendar';
import { paths } from '../paths';
import { listState, type StateModel } from './state-model';
import { whyHref } from './step-address';

/** One case of the list, in words. */
export interface CaseLine {
  readonly childName: string;
  readonly childLine: string;
  readonly reference: string;
  readonly href: string;
  readonly pathwayTitle: string;
  readonly place: string;
  /** How an assessment as a whole stands. */
  readonly judged: StateModel | undefined;
  readonly owner: string;
  readonly date:
    | {
        readonly text: string;
        readonly small: string | undefined;
        readonly whyHref: string | undefined;
        readonly whyOf: string;
        readonly state: StateModel | undefined;
      }
    | undefined;
}

interface Looking {
  readonly today: CalendarDay;
  readonly calendar: Calendar;
}

/** The line of one case: where it is, whose it is, and the date it is judged by. */
export function caseLine(subject: ListedCase, looking: Looking): CaseLine {
  const pathway = pathwayNamed(subject.pathway, subject.pathwayVersion);
  return {
    childName: subject.childName,
    childLine: yearAndSchool(subject),
    reference: subject.reference,
    href: paths.case(subject.reference),
    pathwayTitle: pathway.title,
    place: pathway.copy.states['work']?.[subject.stage] ?? 'Open',
    judged: subject.open ? judged(subject, looking) : undefined,
    owner: subject.ownerName ?? 'Nobody yet',
    date: subject.open ? dateOf(subject, pathway, looking) : closedOn(subject),
  };
}

/** The clock that is due next, with its own state. */
function dateOf(
  { clocks, reference }: ListedCase,
  pathway: Pathway,
  looking: Looking,
): CaseLine['date'] {
  const [next] = clocks;
  const rule = next && pathway.clocks.find(({ code }) => code === next.code);
  if (!next || !rule) return undefined;
  const { label } = clockWords(rule, next.subject);
  return {
    text: shortDay(next.dueOn),
    small: label,
    whyHref: next.rule ? whyHref(reference, next) : undefined,
    whyOf: `about ${label}, ${reference}`,
    state: listState(stateOfClock(open(next), looking)),
  };
}

/** An assessment as a whole: judged by its 6-week or its 20-week date. */
function judged({ stage, openedOn, clocks }: ListedCase, looking: Looking): StateModel | undefined {
  const state = stateOfAssessment({ stage, openedOn, clocks: clocks.map(open) }, looking);
  return (
    state && {
      kind: state.kind,
      text: `${legOf(stage)?.key === 'decide_assess' ? '6 weeks' : '20 weeks'}: ${state.words}`,
    }
  );
}

function open<C>(clock: C): C & { readonly status: 'open'; readonly endedOn: null } {
  return { ...clock, status: 'open', endedOn: null };
}

function closedOn({ closedOn: day }: ListedCase): CaseLine['date'] {
  return day
    ? {
        text: `Closed ${plainDay(day)}`,
        small: undefined,
        whyHref: undefined,
        whyOf: '',
        state: undefined,
      }
    : undefined;
}
