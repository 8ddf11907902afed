import { type ClockRule, type PastStep } from '../clock-rule';
import { said } from '../event';
import { firstPartTimeDay } from './guards-timetable';
import { ebsnaPolicy } from './policy';

const days = ebsnaPolicy.partTime;
const local = { basis: 'local', effective: { from: '2014-09-01' } } as const;
const aim = (text: string) => `Local aim: ${text}`;
const schoolDays = (n: number) => ({ unit: 'SD', n, roll: true }) as const;
const started = ({ event }: PastStep) => firstPartTimeDay(event);
const saysEnd = ({ event }: PastStep) => said(event, 'endOn') !== undefined;
const end = ({ event }: PastStep) => said(event, 'endOn') ?? event.occurredOn;
const reported = ({ event }: PastStep) => said(event, 'reportedOn') !== undefined;
const inForce = ['timetable.part_time'];

/** Clocks of a part-time timetable (handbook 5.6): reported, reviewed, ended, and never forgotten. */
export const timetableClocks: readonly ClockRule[] = [
  {
    ...local,
    code: 'report_to_la',
    source: aim('10 school days from the start'),
    label: 'School tells the council of the part-time timetable',
    ask: 'Ask the school for its report, and that it uses code C2',
    because: 'A school tells the council when a child is part time.',
    doneBy: 'PTT_REVIEWED',
    holder: 'the school',
    starts: [{ on: ['PTT_STARTED'], when: (step) => !reported(step), anchor: started }],
    limit: schoolDays(days.reportSchoolDays),
    metBy: ['PTT_REVIEWED', 'PTT_EXTENDED'],
    metWhen: reported,
    within: [...inForce, 'timetable.part_time_overdue'],
  },
  {
    ...local,
    code: 'ptt_review',
    source: aim('every 10 school days'),
    label: 'Review of the part-time timetable',
    ask: 'Review the part-time timetable',
    because: 'It is looked at often. Hours go up.',
    doneBy: 'PTT_REVIEWED',
    starts: [{ on: ['PTT_STARTED'], anchor: started }, { on: ['PTT_REVIEWED', 'PTT_EXTENDED'] }],
    limit: schoolDays(days.reviewSchoolDays),
    metBy: ['PTT_REVIEWED', 'PTT_EXTENDED'],
    within: inForce,
  },
  {
    ...local,
    code: 'ptt_end',
    source: 'The last day that was agreed; 30 school days at most',
    label: 'Part-time timetable ends',
    ask: 'End the part-time timetable',
    because: 'It was agreed until this day.',
    doneBy: 'PTT_ENDED',
    starts: [
      { on: ['PTT_STARTED', 'PTT_EXTENDED'], when: saysEnd, anchor: end, limit: { unit: 'on' } },
      { on: ['PTT_STARTED'], anchor: started },
      { on: ['PTT_EXTENDED'], limit: schoolDays(days.extensionSchoolDays) },
    ],
    limit: schoolDays(days.longestSchoolDays),
    metBy: ['PTT_ENDED', 'PTT_END_PASSED'],
    within: inForce,
    sends: 'PTT_END_PASSED',
  },
  {
    ...local,
    code: 'ptt_escalate',
    source: aim('5 school days past the end'),
    label: 'Part-time timetable still not ended',
    ask: 'Have the part-time timetable ended, or consider section 19',
    because: 'It is past its last day.',
    doneBy: 'PTT_ENDED',
    starts: [{ enters: ['timetable.part_time_overdue'] }],
    limit: schoolDays(days.escalateSchoolDays),
    metBy: ['PTT_ENDED', 'PTT_EXTENDED', 'PTT_ESCALATED'],
    within: ['timetable.part_time_overdue'],
    sends: 'PTT_ESCALATED',
  },
  {
    ...local,
    code: 'ptt_overdue_check',
    source: aim('every 5 school days'),
    label: 'Part-time timetable after section 19 was considered',
    ask: 'Ask the school again to end the part-time timetable',
    because: 'It goes on past its last day.',
    doneBy: 'PTT_ENDED',
    starts: [{ on: ['PTT_ESCALATED'] }],
    limit: schoolDays(days.escalateSchoolDays),
    metBy: ['PTT_ENDED', 'PTT_EXTENDED'],
    within: ['timetable.part_time_overdue'],
  },
];
