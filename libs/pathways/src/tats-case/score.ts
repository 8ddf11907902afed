import { z } from 'zod';
import { choices, decimal, whole, yesNo } from '../fields';
import { type InForce } from '../policy';
import { priorityPolicy, VULNERABILITY } from './score-policy';

/**
 * What the priority of a child asks (handbook 6.3). What is left out gives no points. Youth justice, ethnicity,
 * address and free school meals are in no score.
 */
export const priorityAnswers = z.strictObject({
  exclusionInPlay: yesNo('Is permanent exclusion being considered, or decided?').optional(),
  daysThisTerm: decimal('Days suspended this term', 0, 100).optional(),
  daysThisYear: decimal('Days suspended this school year', 0, 190).optional(),
  lastFourWeeks: whole('Suspensions in the last school weeks (usually 4)', 0, 20).optional(),
  absence: decimal('Absence, per cent of possible sessions', 0, 100).optional(),
  fall: decimal('How far attendance fell since last term, in points', 0, 100).optional(),
  vulnerability: choices('Does any of these apply?', {
    ...VULNERABILITY,
    none: 'None of these',
  }).optional(),
  waitedDays: whole('Working days since the referral', 0, 200).optional(),
  deferred: whole('Times put off, not because of the school', 0, 10).optional(),
  backWithinTwoTerms: yesNo('Closed and back within two terms?').optional(),
  transition: yesNo(
    'Is the child at a change of school?',
    'Year 6 from Easter, autumn of Year 7, or new in the middle of the year',
  ).optional(),
});

export type PriorityAnswers = z.output<typeof priorityAnswers>;

/** One part of the priority, by its letter in the handbook. */
interface PriorityPart {
  readonly code: string;
  readonly label: string;
  readonly points: number;
}

/** The priority with the parts that make it. */
interface Priority {
  readonly parts: readonly PriorityPart[];
  /** 0 to 100. */
  readonly points: number;
}

type Numbers = InForce<typeof priorityPolicy>;

const MOST = 100;

/** Adds up the priority of a child (handbook 6.3) with the numbers in force. It orders the list; the chair decides. Pure. */
export function priorityScore(
  answers: PriorityAnswers,
  numbers: Numbers = priorityPolicy,
): Priority {
  const { lately, waiting, transition } = numbers;
  const isLate = (answers.lastFourWeeks ?? 0) >= lately.suspensions;
  const parts = [
    part('E', 'Risk of exclusion', exclusionPoints(answers, numbers)),
    part('R', 'Suspended lately', isLate ? lately.points : 0),
    part('A', 'Attendance', attendancePoints(answers, numbers)),
    part('V', 'Vulnerability', vulnerabilityPoints(answers, numbers)),
    part('W', 'Waiting', Math.min(waiting.most, waiting.eachDay * (answers.waitedDays ?? 0))),
    part('D', 'Put off before', deferredPoints(answers, numbers)),
    part('X', 'Change of school', answers.transition ? transition : 0),
  ];
  const points = parts.reduce((sum, each) => sum + each.points, 0);
  return { parts, points: Math.min(MOST, points) };
}

function part(code: string, label: string, points: number): PriorityPart {
  return { code, label, points };
}

function exclusionPoints(
  { exclusionInPlay, daysThisTerm = 0, daysThisYear = 0 }: PriorityAnswers,
  { exclusion, days: from }: Numbers,
): number {
  if (exclusionInPlay) return exclusion.inPlay;
  if (daysThisTerm >= from.manyThisTerm) return exclusion.manyThisTerm;
  const days = Math.max(daysThisTerm, daysThisYear);
  if (days > from.manyThisYear) return exclusion.manyThisYear;
  if (days >= from.someThisYear) return exclusion.someThisYear;
  return days >= 0.5 ? exclusion.any : 0;
}

/** A tenth of the sessions missed is persistent absence and half of them severe: that is said nationally. */
function attendancePoints(
  { absence = 0, fall = 0 }: PriorityAnswers,
  { absence: points, fallFrom }: Numbers,
): number {
  const level = absence >= 50 ? points.severe : absence >= 10 ? points.persistent : 0;
  return Math.min(points.most, level + (fall >= fallFrom ? points.fall : 0));
}

function vulnerabilityPoints(
  { vulnerability = [] }: PriorityAnswers,
  { vulnerable, vulnerableMost }: Numbers,
): number {
  const points = vulnerability.map((it) => (it === 'none' ? 0 : vulnerable[it]));
  return Math.min(
    vulnerableMost,
    points.reduce((sum, each) => sum + each, 0),
  );
}

function deferredPoints(
  { deferred = 0, backWithinTwoTerms }: PriorityAnswers,
  { deferred: points }: Numbers,
): number {
  const times = deferred + (backWithinTwoTerms ? 1 : 0);
  return Math.min(points.most, points.each * times);
}
