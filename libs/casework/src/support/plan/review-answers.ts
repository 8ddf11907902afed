import { type CalendarDay } from '@app/statutory-calendar';
import { BadPayload, type Problem } from '../../errors';
import { badField, readDetails } from '../read-details';
import { type PlanVersion } from './plan';
import { partName, reviewForm } from './plan-details';

interface Answer {
  readonly result?: string | undefined;
  readonly words?: string | undefined;
}

/** What was found about an outcome, by its place in the plan. */
export interface FoundOutcome {
  readonly outcome: number;
  readonly result: string;
  readonly words: string;
}

/** The reviews that a form holds: at least one, each with a result and words. @throws BadPayload */
export function reviewsIn(
  { outcomes }: PlanVersion,
  typed: Readonly<Record<string, unknown>>,
  today: CalendarDay,
): { reviewedOn: CalendarDay; reviews: FoundOutcome[] } {
  const read = readDetails(reviewForm(outcomes), typed) as Record<string, unknown>;
  const reviewedOn = String(read['reviewedOn']);
  if (reviewedOn > today)
    throw badField('reviewedOn', 'Which day was it reviewed? Today or earlier');
  const answers = outcomes.map((_, at) => (read[partName(at)] ?? {}) as Answer);
  const faults = answers.flatMap(faultsOf);
  if (faults.length) throw new BadPayload(faults);
  const reviews = answers.flatMap(({ result, words }, outcome) =>
    result && words ? [{ outcome, result, words }] : [],
  );
  if (!reviews.length)
    throw badField(firstPart(read, outcomes.length), 'Review at least one outcome');
  return { reviewedOn, reviews };
}

function faultsOf({ result, words }: Answer, at: number): Problem[] {
  if (result && !words)
    return [{ path: [partName(at), 'words'], message: 'Say what was seen, and what comes next' }];
  if (words && !result)
    return [{ path: [partName(at), 'result'], message: 'What did we find? Select an answer' }];
  return [];
}

const firstPart = (read: Record<string, unknown>, count: number) =>
  Array.from({ length: count }, (_, at) => partName(at)).find((name) => name in read) ?? '';
