import {
  inForce,
  type PolicyOverlay,
  type PriorityAnswers,
  priorityScore,
  tatsPolicy,
} from '@app/pathways';
import { type CalendarDay, plainDay } from '@app/statutory-calendar';
import { type ChildFacts } from './child-facts';
import { days, percent, times } from './rule-words';
import { daysOf, exclusionInPlay, suspensionsIn } from './suspensions';

/** One part of the priority, with what it rests on. */
export interface PriorityPart {
  readonly code: string;
  readonly label: string;
  readonly points: number;
  readonly words: string;
}

/** The priority of a child on a day. It orders the list and never decides. */
export interface ChildPriority {
  readonly points: number;
  readonly parts: readonly PriorityPart[];
  /** The answers as the form of triage takes them. */
  readonly answers: PriorityAnswers;
}

/** The priority of handbook 6.3 from the data, with its words, by the numbers of the child’s open case, else by those of today. Pure. */
export function priorityParts(
  facts: ChildFacts,
  onDay: CalendarDay,
  today?: PolicyOverlay,
): ChildPriority {
  const policy = facts.tats ? facts.tats.policy : today;
  const { priority } = inForce(tatsPolicy, { policy });
  const answers = answersOf(facts, priority.lately.weeks);
  const words = wordsOf(facts, answers, onDay, priority.lately.weeks);
  const { parts, points } = priorityScore(answers, priority);
  return {
    points,
    answers,
    parts: parts.map((part) => ({ ...part, words: words[part.code] ?? '' })),
  };
}

function answersOf(facts: ChildFacts, weeksLately: number): PriorityAnswers {
  const { suspensions, windows, attendance, tats } = facts;
  const fall = fallOf(facts);
  return {
    exclusionInPlay: inPlay(facts),
    daysThisTerm: daysOf(suspensionsIn(suspensions, windows.thisTerm)),
    daysThisYear: daysOf(suspensionsIn(suspensions, windows.year)),
    lastFourWeeks: suspensionsIn(suspensions, facts.lastWeeks(weeksLately)).length,
    absence: absenceCounted(attendance.year),
    ...(fall !== undefined && { fall }),
    vulnerability: vulnerabilityOf(facts),
    waitedDays: tats?.waitedDays ?? 0,
    deferred: tats?.deferrals ?? 0,
    backWithinTwoTerms: tats?.backWithinTwoTerms ?? false,
    transition: atChangeOfSchool(facts),
  };
}

const inPlay = ({ suspensions, windows, tats }: ChildFacts) =>
  Boolean(tats?.exclusionLikely) || exclusionInPlay(suspensions, windows.year) !== undefined;

/** The band counts, and it is taken from the sessions: 49.96% rounds to 50 and is not severe. */
function absenceCounted(seen: ChildFacts['attendance']['year']): number {
  const rate = seen?.absence ?? 0;
  if (seen?.band === 'severe') return Math.max(rate, 50);
  if (seen?.band === 'persistent') return Math.min(Math.max(rate, 10), 49.9);
  return Math.min(rate, 9.9);
}

/** Points by which attendance fell since last term; nothing where one of the two has too few sessions. */
function fallOf({ attendance: { thisTerm, lastTerm } }: ChildFacts): number | undefined {
  const [now, before] = [thisTerm?.attendance, lastTerm?.attendance];
  if (typeof now !== 'number' || typeof before !== 'number' || before <= now) return undefined;
  return Math.round((before - now) * 10) / 10;
}

type Vulnerability = NonNullable<PriorityAnswers['vulnerability']>[number];

function vulnerabilityOf({ careStatus, senProvision }: ChildFacts): Vulnerability[] {
  const all: Vulnerability[] = [];
  if (['cla', 'cp'].includes(careStatus)) all.push('care');
  if (['cin', 'early_help'].includes(careStatus)) all.push('services');
  if (senProvision === 'E') all.push('plan');
  if (senProvision === 'K') all.push('support');
  return all;
}

/** Year 6 from Easter, the autumn of Year 7, or new in the middle of the year. */
const atChangeOfSchool = ({ ncYear, season, midYearEntry }: ChildFacts) =>
  midYearEntry ||
  (ncYear === '6' && season === 'summer') ||
  (ncYear === '7' && season === 'autumn');

const CARE_WORDS: Readonly<Record<Vulnerability, string>> = {
  care: 'in care or on a child protection plan',
  services: 'child in need or early help',
  plan: 'EHC plan',
  support: 'SEN support',
  none: '',
};

function wordsOf(
  facts: ChildFacts,
  answers: PriorityAnswers,
  onDay: CalendarDay,
  weeksLately: number,
): Readonly<Record<string, string>> {
  const { attendance, tats } = facts;
  const absence = attendance.year?.absence;
  const vulnerable = (answers.vulnerability ?? []).map((it) => CARE_WORDS[it]).join(', ');
  return {
    E: inPlay(facts)
      ? 'Permanent exclusion is likely, being considered or decided'
      : `${days(answers.daysThisYear ?? 0)} suspended this year, ${days(answers.daysThisTerm ?? 0)} this term`,
    R: `${times(answers.lastFourWeeks ?? 0, 'suspension')} in the last ${times(weeksLately, 'school week')}`,
    A: [
      typeof absence === 'number'
        ? `${percent(absence)} of sessions missed this year`
        : 'Too few sessions to say',
      ...(answers.fall ? [`attendance ${answers.fall} points lower than last term`] : []),
    ].join(', '),
    V: vulnerable ? capital(vulnerable) : 'None known',
    W: tats
      ? `${times(tats.waitedDays, 'working day')} up to ${plainDay(onDay)}`
      : 'Not put forward yet',
    D: tats?.backWithinTwoTerms
      ? `Put off ${times(tats.deferrals, 'time')}; back within two terms`
      : `Put off ${times(tats?.deferrals ?? 0, 'time')}`,
    X: answers.transition ? 'At a change of school' : 'No change of school',
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
