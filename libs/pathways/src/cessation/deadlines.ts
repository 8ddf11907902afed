import { addMonths, safeHoldDay, tribunalDay } from '@app/statutory-calendar';
import { type ClockRule, type PastStep } from '../clock-rule';
import { said } from '../event';
import { commonClocks } from '../regions';
import { diaryClocks } from '../regions/dispute/diary-clocks';
import { cessationPolicy } from './policy';

const since = { from: '2014-09-01' } as const;
const law = { basis: 'statutory', effective: since } as const;
const aim = { basis: 'local', effective: since } as const;
const workingDays = (n: number) => ({ unit: 'WD', n, roll: true }) as const;

const noticeOn = ({ context, event }: PastStep) =>
  typeof context['noticeOn'] === 'string' ? context['noticeOn'] : event.occurredOn;
const issuedOn = ({ event }: PastStep) => said(event, 'issuedOn') ?? event.occurredOn;
const issued = ({ event }: PastStep) => event.payload['certificate'] === 'issued';
const certificateGivesMore = (step: PastStep) =>
  issued(step) && addMonths(issuedOn(step), 1) > addMonths(noticeOn(step), 2);
const isAge25 = ({ context }: PastStep) => context['situation'] === 'age_25';
const programmeEnds = ({ event }: PastStep) => said(event, 'programmeEndsOn') ?? event.occurredOn;
const outlastsAppealTime = (step: PastStep) =>
  !isAge25(step) && programmeEnds(step) > addMonths(step.event.occurredOn, 2);
const APPEAL_RULE = 'Tribunal Procedure Rules 2008, rule 20(1)(c) with rule 12';

/** Clocks of ending a plan: nothing here can end it sooner than the law allows. */
export const cessationClocks: readonly ClockRule[] = [
  {
    ...aim,
    code: 'cand_review',
    source: 'Local aim: 20 working days',
    label: 'Look at whether there is a ground',
    ask: 'Say whether there is a lawful ground to consult, or leave the plan in force',
    because: 'The question was opened, and the family should not be kept in doubt.',
    doneBy: 'NOT_PURSUED',
    starts: [{ enters: ['work.candidate'] }],
    limit: workingDays(cessationPolicy.candidateWorkingDays),
    metBy: ['CONSULTATION_STARTED', 'NOT_PURSUED'],
    within: ['work.candidate'],
  },
  {
    ...aim,
    code: 'consult',
    source: 'Local aim: 15 working days. The law sets no number of days (regulation 31)',
    label: 'Views of the family and the school or college',
    ask: 'Record the views, or ask for them again',
    because: 'They were asked for their views.',
    doneBy: 'VIEWS_RECEIVED',
    holder: 'the family',
    starts: [{ enters: ['work.consulting'] }],
    limit: workingDays(cessationPolicy.consultWorkingDays),
    metBy: ['VIEWS_RECEIVED', 'CONSULTATION_ENDED'],
    within: ['work.consulting'],
    sends: 'CONSULTATION_ENDED',
  },
  {
    ...aim,
    code: 'cease_decision',
    source: 'Local aim: 10 working days',
    label: 'Decision of a manager',
    ask: 'Decide whether the plan goes on',
    because: 'The views are in, and the family waits for an answer.',
    starts: [{ enters: ['work.decision'] }],
    limit: workingDays(cessationPolicy.decideWorkingDays),
    metBy: ['NOTICE_ISSUED', 'NOT_PURSUED'],
    within: ['work.decision'],
  },
  {
    ...law,
    code: 'appeal_window',
    rule: 'CEASE-HOLD',
    source: `Children and Families Act 2014, section 45(4); ${APPEAL_RULE}`,
    label: 'Family can appeal until',
    ask: 'Wait: the plan stays in force while the family can appeal',
    because: 'Two months from the notice, or one from a mediation certificate if that is later.',
    holder: 'the family',
    starts: [
      { on: ['NOTICE_ISSUED'] },
      {
        on: ['CERTIFICATE_CHECKED'],
        when: certificateGivesMore,
        anchor: issuedOn,
        limit: { unit: 'months', n: 1 },
      },
    ],
    limit: { unit: 'months', n: 2 },
    rolls: tribunalDay,
    metBy: ['APPEAL_WINDOW_ENDED', 'APPEAL_LODGED'],
    within: ['work.notified'],
    sends: 'APPEAL_WINDOW_ENDED',
  },
  {
    ...law,
    code: 'safe_hold',
    rule: 'CEASE-HOLD',
    source: 'Worked out: two months, three working days and one month from the notice',
    label: 'Last safe day if nobody knows of a certificate',
    ask: 'Get the mediation adviser’s answer in writing',
    because: 'A certificate may exist that we were not told of, so the plan is kept until then.',
    doneBy: 'CERTIFICATE_CHECKED',
    starts: [{ on: ['NOTICE_ISSUED'] }],
    limit: { unit: 'on' },
    rolls: safeHoldDay,
    metBy: ['CERTIFICATE_CHECKED', 'APPEAL_WINDOW_ENDED', 'APPEAL_LODGED'],
    within: ['work.notified'],
    sends: 'APPEAL_WINDOW_ENDED',
  },
  {
    ...aim,
    code: 'certificate_check',
    source: 'Local aim: 20 working days',
    label: 'Is there a mediation certificate?',
    ask: 'Ask the mediation adviser, in writing, whether a certificate exists',
    because: 'A certificate gives the family one month more to appeal.',
    doneBy: 'CERTIFICATE_CHECKED',
    starts: [{ enters: ['work.notified'] }],
    limit: workingDays(cessationPolicy.certificateWorkingDays),
    metBy: ['CERTIFICATE_CHECKED'],
    within: ['work.notified'],
  },
  {
    ...aim,
    code: 'course_end',
    source: 'The last day of the course, as the notice gives it',
    label: 'The course ends',
    ask: 'Wait: help goes on until the course ends',
    because: 'A course is under way, so the plan stays in force.',
    starts: [
      {
        on: ['NOTICE_ISSUED'],
        when: outlastsAppealTime,
        anchor: programmeEnds,
      },
    ],
    limit: { unit: 'on' },
    metBy: ['APPEAL_WINDOW_ENDED'],
    within: ['work.notified'],
    sends: 'APPEAL_WINDOW_ENDED',
  },
  {
    ...law,
    code: 'age_25_end',
    rule: 'CEASE-25',
    source: 'Children and Families Act 2014, section 46; SEND Regulations 2014, regulation 46',
    label: 'Plan kept to the end of the course',
    ask: 'Wait: the plan goes on to the end of the course',
    because:
      'The council may keep a plan to the end of the school year in which somebody turns 25.',
    starts: [
      {
        on: ['NOTICE_ISSUED'],
        when: (step) => isAge25(step) && said(step.event, 'programmeEndsOn') !== undefined,
        anchor: programmeEnds,
      },
    ],
    limit: { unit: 'on' },
    metBy: ['APPEAL_WINDOW_ENDED'],
    within: ['work.notified'],
    sends: 'APPEAL_WINDOW_ENDED',
  },
  ...diaryClocks(['work.appealed']),
  {
    ...aim,
    code: 'appeal_watch',
    source: 'Local aim: 12 weeks',
    label: 'How the appeal stands',
    ask: 'Record what the Tribunal decided',
    because: 'The plan stays in force until the appeal is decided.',
    doneBy: 'APPEAL_ALLOWED',
    starts: [{ enters: ['work.appealed'] }, { on: ['TRIBUNAL_STEP_TAKEN'] }],
    limit: { unit: 'CW', n: cessationPolicy.appealWatchWeeks },
    metBy: ['APPEAL_ALLOWED', 'APPEAL_DISMISSED'],
    within: ['work.appealed'],
  },
  ...commonClocks,
];
