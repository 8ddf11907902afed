import { fieldsOf, pathwayNamed } from '@app/pathways';
import { type FormBody, type Problem } from '../forms/form-body';
import { readFields } from '../forms/read-fields';
import { isOwnPath } from '../page';
import { paths } from '../paths';
import { one, several } from '../safety/one-value';

/** Who is to arrange the meetings: the schools are asked, or the council does it. */
export const WAYS = {
  school: { step: 'MEETING_CHASED', title: 'Ask the schools to arrange the meetings' },
  council: { step: 'AUTHORITY_ARRANGES', title: 'Arrange the meetings ourselves' },
} as const;

export type Way = keyof typeof WAYS;

/** At most so many plans at once: a person still looks at each. */
const MOST = 200;
const ID = /^[0-9a-f-]{36}$/;

/** What the forms about several reviews carry from page to page. */
export interface AskAnswers {
  readonly way: Way;
  readonly plans: readonly string[];
  /** The list it came from: where it goes back to. */
  readonly from: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

export const { events: REVIEW_EVENTS } = pathwayNamed('annual_review');

/** The questions of a way, once for all that are chosen. */
export const questionsOf = (way: Way) => fieldsOf(REVIEW_EVENTS[WAYS[way].step]!.payload);

/** Reads what was posted; what is no number of a plan is left out. */
export function askAnswers(body: FormBody): AskAnswers {
  const way: Way = one(body, 'way') === 'council' ? 'council' : 'school';
  const from = one(body, 'from') ?? '';
  return {
    way,
    plans: [...new Set(several(body, 'plan').filter((id) => ID.test(id)))].slice(0, MOST),
    from: isOwnPath(from) ? from : paths.reviews.plans,
    ...readFields(REVIEW_EVENTS[WAYS[way].step]!.payload, body),
  };
}
