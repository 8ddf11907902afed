import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, group, lines, text, yesNo, section } from '../../fields';
import { WORKERS } from '../../regions';
import { EHC_BEFORE_EXAMPLE, ehcBefore } from '../ehc-question';
import { priorityAnswers } from '../score';

const SOURCES = {
  school: 'School',
  ewo: 'Education welfare officer',
  virtual_school: 'Virtual school',
  youth_justice: 'Youth justice service',
  parent: 'Parent or carer, through the school',
  service: 'Another service or panel',
  data_rule: 'Found in the data',
} as const;

/** The rules by which a child is found in the data (handbook 6.2), as schools are shown them. */
const RULES = {
  T1: 'T1. Permanent exclusion considered or issued',
  T2: 'T2. Suspended days over three terms: 10 in secondary, 5 in primary',
  T3: 'T3. Three suspensions in 6 school weeks, or two in 4 that get longer',
  T4: 'T4. More than 5 days suspended in a term',
  T5: 'T5. Persistent absence and a suspension this term',
  T6: 'T6. Severe absence, with no other support',
  T7: 'T7. Part-time timetable more than 5 school days past its end',
  T8: 'T8. First suspension of a child with a plan or a social worker',
  T9: 'T9. Off-site direction or managed move ended early',
  T10: 'T10. Worrying check-in in the autumn of Year 7',
  T11: 'T11. Ten sessions out of class in 4 school weeks',
} as const;

const EXCLUSION_RISK = {
  none: 'None',
  possible: 'Possible',
  likely: 'Likely',
  decided: 'Decided',
} as const;

const BEFORE = {
  first: 'No',
  within_two_terms: 'Yes, closed less than two terms ago',
  third_in_year: 'Yes, this is the third time in 12 months',
} as const;

/** The one page about the child (handbook 6.5). */
const onePage = {
  worry: area('What is the worry?').optional(),
  workingWell: area('What is working well?').optional(),
  strategies: lines('What has been tried, and what came of it?', {
    min: 2,
    hint: 'At least two, one on each line',
  }).optional(),
  askOfMeeting: area('What do you want from the meeting?').optional(),
  services: lines('Services involved').optional(),
  familyView: area('What does the family say?').optional(),
  childView: area('What does the child say?').optional(),
};

const COORDINATORS = ['panel_coordinator', 'panel_chair', 'send_manager'] as const;

export const puttingForwardEvents = {
  CHILD_IDENTIFIED: {
    title: 'Put a child forward for Team Around the School',
    happened: 'Put forward',
    hint: 'For a child at risk of exclusion. Leave out police and youth justice details: everybody who sees the case reads this page.',
    payload: z.strictObject({
      source: choice('Who puts the child forward?', SOURCES),
      rule: choice('Which rule found the child?', RULES, 'If found in the data').optional(),
      ruleValues: text('What did the rule find, in which weeks?').optional(),
      ...section('The child, on one page', onePage),
      ...section('Exclusion', { pexRisk: choice('Risk of permanent exclusion', EXCLUSION_RISK) }),
      ehcBefore,
      ...section('Who knows, and what came before', {
        parentAware: yesNo('Does the family know?').optional(),
        safeguardingLeadTold: yesNo('Has the school’s safeguarding lead been told?').optional(),
        before: choice('Was the child here before?', BEFORE).optional(),
        whyNotOther: area(
          'If this is the third time: why were an EHC assessment, a unit place or other provision chosen, or not?',
        ).optional(),
      }),
    }),
    example: {
      source: 'school',
      worry: 'Three suspensions since September',
      workingWell: 'Mornings with the same adult',
      strategies: ['Report card: no change', 'Mentor each week: some change'],
      askOfMeeting: 'Advice about lunch and corridors',
      pexRisk: 'possible',
      ehcBefore: EHC_BEFORE_EXAMPLE,
      parentAware: true,
    },
    roles: [...WORKERS, 'panel_chair', 'school_senco', 'virtual_school', 'system'],
  },
  TRIAGE_STARTED: {
    title: 'Start triage',
    happened: 'Triage started',
    hint: 'The priority orders the list. It never decides.',
    payload: z.strictObject({
      score: group('Priority', priorityAnswers.shape).optional(),
      otherWork: text('Other work that is open for this child').optional(),
    }),
    example: {
      score: {
        daysThisYear: 6.5,
        lastFourWeeks: 2,
        absence: 12,
        fall: 12,
        vulnerability: ['support', 'services'],
        waitedDays: 1,
      },
    },
    roles: [...COORDINATORS, 'ep', 'saso', 'specialist_teacher'],
    prominence: 'hoped',
  },
  MORE_INFO_REQUESTED: {
    title: 'Ask the school for more',
    happened: 'School asked for more information',
    payload: z.strictObject({
      items: lines('What do you need?'),
      meetingOn: day(
        'Which meeting is it for?',
        'Leave empty if it is a week from today',
      ).optional(),
    }),
    example: { items: ['One-page chronology'] },
    roles: COORDINATORS,
    prominence: 'usual',
  },
  INFO_RECEIVED: {
    title: 'Record what the school sent',
    happened: 'Information arrived',
    payload: z.strictObject({ ...onePage, note: area('Note').optional() }),
    example: {},
    roles: COORDINATORS,
    prominence: 'hoped',
  },
  SIGNPOSTED: {
    title: 'Give advice instead of a meeting',
    happened: 'Advice given; not taken to the meeting',
    payload: z.strictObject({
      belowThreshold: yesNo('Can the school meet this need without the meeting?'),
      advice: lines('Advice', { max: 6, hint: 'Three things to try, one on each line' }),
      reasons: area('Reasons').optional(),
    }),
    example: {
      belowThreshold: true,
      advice: ['Name one key adult', 'Plan the corridor times', 'Look again in four weeks'],
    },
    roles: COORDINATORS,
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
