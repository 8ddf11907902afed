import { z } from 'zod';
import { choices, decimal, whole, yesNo } from '../fields';

const VULNERABILITY = {
  care: 'Looked after, or a child protection plan',
  services: 'Child in need, or early help',
  plan: 'EHC plan',
  support: 'SEN support',
  none: 'None of these',
} as const;
const VULNERABILITY_POINTS = { care: 15, services: 8, plan: 10, support: 5, none: 0 } as const;

const MOST = { total: 100, attendance: 20, vulnerability: 20, waiting: 10, deferred: 10 } as const;

/**
 * What the priority of a child asks (handbook 6.3). What is left out gives no points. Youth justice, ethnicity,
 * address and free school meals are in no score.
 */
export const priorityAnswers = z.strictObject({
  exclusionInPlay: yesNo('Is permanent exclusion being considered, or decided?').optional(),
  daysThisTerm: decimal('Days suspended this term', 0, 100).optional(),
  daysThisYear: decimal('Days suspended this school year', 0, 190).optional(),
  lastFourWeeks: whole('Suspensions in the last 4 school weeks', 0, 20).optional(),
  absence: decimal('Absence, per cent of possible sessions', 0, 100).optional(),
  fall: decimal('How far attendance fell since last term, in points', 0, 100).optional(),
  vulnerability: choices('Does any of these apply?', VULNERABILITY).optional(),
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

/** Adds up the priority of a child (handbook 6.3). It orders the list; the chair decides. Pure. */
export function priorityScore(answers: PriorityAnswers): Priority {
  const parts = [
    part('E', 'Risk of exclusion', exclusionPoints(answers)),
    part('R', 'Suspended lately', (answers.lastFourWeeks ?? 0) >= 2 ? 10 : 0),
    part('A', 'Attendance', attendancePoints(answers)),
    part('V', 'Vulnerability', vulnerabilityPoints(answers)),
    part('W', 'Waiting', Math.min(MOST.waiting, answers.waitedDays ?? 0)),
    part('D', 'Put off before', deferredPoints(answers)),
    part('X', 'Change of school', answers.transition ? 5 : 0),
  ];
  const points = parts.reduce((sum, each) => sum + each.points, 0);
  return { parts, points: Math.min(MOST.total, points) };
}

function part(code: string, label: string, points: number): PriorityPart {
  return { code, label, points };
}

function exclusionPoints({
  exclusionInPlay,
  daysThisTerm = 0,
  daysThisYear = 0,
}: PriorityAnswers): number {
  if (exclusionInPlay) return 30;
  if (daysThisTerm >= 15) return 25;
  const days = Math.max(daysThisTerm, daysThisYear);
  if (days > 10) return 20;
  if (days >= 5) return 15;
  return days >= 0.5 ? 5 : 0;
}

function attendancePoints({ absence = 0, fall = 0 }: PriorityAnswers): number {
  const level = absence >= 50 ? 15 : absence >= 10 ? 8 : 0;
  return Math.min(MOST.attendance, level + (fall >= 10 ? 5 : 0));
}

function vulnerabilityPoints({ vulnerability = [] }: PriorityAnswers): number {
  const points = vulnerability.reduce((sum, it) => sum + VULNERABILITY_POINTS[it], 0);
  return Math.min(MOST.vulnerability, points);
}

function deferredPoints({ deferred = 0, backWithinTwoTerms }: PriorityAnswers): number {
  return Math.min(MOST.deferred, 5 * deferred + (backWithinTwoTerms ? 5 : 0));
}
