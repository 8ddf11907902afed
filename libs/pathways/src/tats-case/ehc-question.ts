import { longDay } from '@app/statutory-calendar';
import { type PathwayEvent, said } from '../event';
import { area, choice, day, group, yesNo } from '../fields';
import { type Guard } from '../pathway';

const BEFORE = {
  no: 'No, not yet',
  discussed: 'Yes, and it was talked through',
  requested: 'Yes, a request is with the council',
  refused: 'Yes, and the council decided not to assess',
  plan_exists: 'The child has an EHC plan',
} as const;

const ANSWERS = {
  may_need: 'The child may need a plan: raise a request',
  not_now: 'Not now',
  requested: 'A request is with the council already',
  refused: 'The council decided earlier not to assess',
  plan_exists: 'The child has an EHC plan',
} as const;

const WHO_WAS_TOLD = 'Was the parent told?';

/** Whether an EHC assessment was thought of before: an outcome, a day, and whether the parent was told. */
export const ehcBefore = group('Has an EHC assessment been considered?', {
  outcome: choice('What came of it?', BEFORE),
  on: day('When was it considered?', 'Leave empty if it was not').optional(),
  parentTold: yesNo(WHO_WAS_TOLD).optional(),
  reason: area('Why, or why not?').optional(),
});

/** The question that every decision of the meeting answers. */
export const ehcQuestion = group(
  'Does this child need an EHC assessment?',
  {
    answer: choice('What do the officers think?', ANSWERS),
    on: day('When was it considered?', 'Leave empty if it was at this meeting').optional(),
    parentTold: yesNo(WHO_WAS_TOLD),
    reason: area('Why, or why not?'),
  },
  '“Not now” is not a decision to refuse an assessment. A parent or the school can ask at any time.',
);

export const EHC_BEFORE_EXAMPLE = { outcome: 'no', reason: 'Support was changed first' } as const;
export const EHC_EXAMPLE = {
  answer: 'not_now',
  parentTold: true,
  reason: 'The new support plan has just started',
} as const;

const asked = ({ payload }: PathwayEvent, field: string) =>
  (payload[field] ?? {}) as Readonly<Record<string, unknown>>;

/** A case is not put forward without it: what came of it, when, and whether the parent was told; or why it was not considered. */
function isAnswered(answer: Readonly<Record<string, unknown>>): boolean {
  if (answer['outcome'] === 'no') return Boolean(answer['reason']);
  return Boolean(answer['outcome'] && answer['on']) && answer['parentTold'] !== undefined;
}

const mayNeedPlan = (event: PathwayEvent) =>
  asked(event, 'ehcQuestion')['answer'] === 'may_need' && event.payload['pathway'] !== 'ehc';

/** Corrections 9: considered means an outcome, a day and whether the parent was told; and "not now" refuses nothing. */
export const ehcGuards = {
  ehcConsidered: {
    test: ({ event }) => isAnswered(asked(event, 'ehcBefore')),
    text: 'Say whether an EHC assessment was considered: when, and whether the parent was told. If it was not, say why',
    aboutAnswer: true,
    missing: () => [
      { what: 'What came of it, the day, and whether the parent was told', who: 'The school' },
    ],
  },
  ehcAnswered: {
    test: ({ event }) => {
      const { answer, parentTold, reason } = asked(event, 'ehcQuestion');
      return Boolean(answer && reason) && parentTold !== undefined;
    },
    text: 'Say whether the child may need an EHC assessment, why, and whether the parent was told',
    aboutAnswer: true,
    missing: () => [{ what: 'The answer to the EHC question', who: 'The chair' }],
  },
  planMayBeNeeded: {
    test: ({ event }) => mayNeedPlan(event),
    text: 'The answer is not that a plan may be needed',
    aboutAnswer: true,
  },
  noRequestWanted: {
    test: ({ event }) => !mayNeedPlan(event),
    text: 'The answer is that a plan may be needed',
    aboutAnswer: true,
  },
} satisfies Record<string, Guard>;

/** The day that an EHC request would count from: when officers thought that a plan may be needed (s 24(1)(b)). */
const consideredOn = (event: PathwayEvent) =>
  said({ payload: asked(event, 'ehcQuestion') }, 'on') ?? event.occurredOn;

/** Offers to open the EHC request, with that day. */
export const offerEhcRequest = {
  type: 'openCase',
  params: ({ event }: { event: PathwayEvent }) => ({
    pathway: 'ehc_needs_assessment',
    reason: `The Team Around the School thinks that the child may need an EHC plan. The request may count from ${longDay(consideredOn(event))}, when officers came to think so (Children and Families Act 2014, section 24(1)(b)).`,
    answers: {
      source: 'other',
      requester: 'Team Around the School',
      note: `Officers thought on ${longDay(consideredOn(event))} that an EHC plan may be needed.`,
    },
  }),
} as const;

/** One decision as two arrows: with the EHC request offered, and without. */
export const withEhcQuestion = <
  const T extends string,
  const G extends readonly string[],
  const A extends readonly unknown[],
>({
  target,
  guards,
  actions,
}: {
  target: T;
  guards: G;
  actions: A;
}) =>
  [
    {
      guard: { type: 'all', params: [...guards, 'ehcAnswered', 'planMayBeNeeded'] },
      target,
      actions: [...actions, offerEhcRequest],
    },
    {
      guard: { type: 'all', params: [...guards, 'ehcAnswered', 'noRequestWanted'] },
      target,
      actions,
    },
  ] as const;
