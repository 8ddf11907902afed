import { readTypedDay } from '@app/people';
import { type CalendarDay } from '@app/statutory-calendar';
import { assessmentProblems, type WhatIf, whatIfAssessment } from './assessment';
import { reviewProblems, whatIfReview } from './review';
import { type Move, MOVES } from './review-plan';
import { type CountedIn } from './rule-day';
import {
  ASSESSMENT_DAYS,
  AWAY_DAYS,
  type DayAsked,
  type DayProblem,
  MOVE_DAY,
  REVIEW_DAYS,
} from './supposed-days';

/** What can be asked without a case, and the days that each question takes. */
export const QUESTIONS = {
  assessment: { title: 'An EHC needs assessment', days: [...ASSESSMENT_DAYS, ...AWAY_DAYS] },
  review: { title: 'An annual review', days: [...REVIEW_DAYS, MOVE_DAY] },
} as const satisfies Record<string, { title: string; days: readonly DayAsked[] }>;

export type Question = keyof typeof QUESTIONS;

/** The answer, or what is wrong with what was typed. */
export interface Answered {
  readonly problems: readonly DayProblem[];
  readonly answer: WhatIf | undefined;
}

/** Answers a question from what was typed under the names of its days; nothing typed asks nothing. */
export function whatIf(
  about: Question,
  typed: Readonly<Record<string, string | undefined>>,
  asked: { readonly calendar: CountedIn; readonly today: CalendarDay },
): Answered {
  const days: Record<string, CalendarDay> = {};
  const unread: DayProblem[] = [];
  for (const { name, label } of QUESTIONS[about].days) {
    const text = typed[name]?.trim();
    const reading = text ? readTypedDay(text) : undefined;
    if (!reading) continue;
    if ('problem' in reading) unread.push({ field: name, text: `${label}: ${reading.problem}` });
    else days[name] = reading.value;
  }
  if (unread.length) return { problems: unread, answer: undefined };
  const kind = moveOf(typed['kind']);
  const problems =
    about === 'review'
      ? reviewProblems(days, { ...asked, kind })
      : assessmentProblems(days, asked.today);
  if (problems.length) return { problems, answer: undefined };
  const answer =
    about === 'review' ? whatIfReview(days, { ...asked, kind }) : whatIfAssessment(days, asked);
  return { problems: [], answer };
}

const moveOf = (text: string | undefined): Move | undefined =>
  text && Object.hasOwn(MOVES, text) ? (text as Move) : undefined;
