import { longDay } from '@app/statutory-calendar';
import { type PathwayEvent, said } from '../event';
import { BY_LAW, TODAY } from '../task-days';
import { ESCALATED_TO, type ONWARD } from './events/decisions';
import { tatsTasks } from './policy';

const { due } = tatsTasks;

type Given = { event: PathwayEvent };

/** The machine that stands behind each way on. Alternative provision is arranged as education otherwise. */
const PATHWAYS = {
  ebsna: 'ebsna',
  hd: 'hd_referral',
  y6: 'y6_transition',
  ehc: 'ehc_needs_assessment',
  s19: 's19_request',
  ap: 's19_request',
} as const satisfies Record<keyof typeof ONWARD, string>;

/** Answers of the next pathway's opening form that the meeting knows. */
const KNOWN = {
  hd: { askedBy: 'tats' },
  ehc: { source: 'other', requester: 'Team Around the School' },
} as const satisfies Partial<Record<keyof typeof ONWARD, Readonly<Record<string, unknown>>>>;

/** A referral to the pathway that takes over. */
export const handOn = {
  type: 'openCase',
  params: ({ event }: Given) => {
    const to = event.payload['pathway'] as keyof typeof ONWARD;
    return {
      pathway: PATHWAYS[to],
      reason: 'The Team Around the School decided that this pathway should take over.',
      answers: { ...(to in KNOWN ? KNOWN[to as keyof typeof KNOWN] : {}) },
    };
  },
} as const;

/** Escalation is made by a person, the next day at the latest. */
export const escalate = {
  type: 'task',
  params: ({ event }: Given) => ({
    task: `Refer to: ${ESCALATED_TO[said(event, 'route') as keyof typeof ESCALATED_TO]}`,
    why: 'The Team Around the School decided to escalate.',
    for: 'panel_coordinator' as const,
    due: due.escalate,
  }),
} as const;

/** Back for the third time: the manager looks at what else there is. */
export const thirdTimeHere = {
  type: 'task',
  params: {
    task: 'Look at why this child is here for the third time in 12 months',
    why: 'Ask whether an EHC assessment, a unit place or other provision was thought through.',
    for: 'manager',
    due: due.thirdTimeHere,
  },
} as const;

/** The school sent nothing, and the child cannot wait. */
export const withoutPapers = {
  type: 'task',
  params: {
    task: 'Tell the head that the meeting goes ahead without the school’s papers',
    why: 'Permanent exclusion is a risk. Ask once more for the one-page chronology and offer help with it.',
    for: 'panel_coordinator',
    due: due.withoutPapers,
  },
} as const;

/** What a permanent exclusion sets going at once. */
export const afterExclusion = [
  {
    type: 'send',
    params: {
      notice: 'N-47',
      to: ['manager', 'virtual_school', 'owner', 'social_care'],
      statutory: true,
    },
  },
  {
    type: 'task',
    params: {
      task: 'Check that the school has told the parents, the social worker and the virtual school',
      why: 'They must be told of a permanent exclusion without delay.',
      for: 'owner',
      due: TODAY,
    },
  },
  {
    type: 'task',
    params: {
      task: 'Arrange full-time education from the sixth school day',
      why: 'The council must provide it after a permanent exclusion. For a child in care, aim for the first day.',
      for: 'manager',
      due: BY_LAW.sixthSchoolDay,
    },
  },
  {
    type: 'openCase',
    params: ({ event }: Given) => {
      const firstDay = said(event, 'exclusionFirstDay') ?? event.occurredOn;
      return {
        pathway: 's19_request',
        reason: `Permanently excluded; the first day was ${longDay(firstDay)}. Full-time education is due from the sixth school day.`,
        answers: {
          triggerType: 'exclusion',
          requestedBy: 'council',
          exclusionFirstDay: firstDay,
        },
      };
    },
  },
  {
    type: 'openCase',
    params: ({ event }: Given) => ({
      pathway: 'exclusion',
      reason: 'Permanently excluded. The governors, and perhaps a review panel, still decide.',
      answers: {
        kind: 'permanent',
        firstDay: said(event, 'exclusionFirstDay') ?? event.occurredOn,
        schoolUrn: said(event, 'schoolUrn'),
        boardToldOn: said(event, 'boardToldOn'),
        educationAsked: true,
      },
    }),
  },
] as const;
