import { type ClockRule, type PastStep } from '../clock-rule';
import { commonClocks } from '../regions';
import { eotasPolicy as policy } from './policy';

const local = { basis: 'local', effective: { from: '2014-09-01' } } as const;
const RUNNING = ['work.running', 'work.change_proposed', 'work.returning'];
const ENDED = ['RETURNED_TO_SCHOOL', 'PLAN_AMENDED'];
const firstStart = ({ context }: PastStep) => days(context, 'starts')[0];
/** The first line that still runs on the day of the event. */
const nextEnd = ({ context, event }: PastStep) =>
  days(context, 'ends').find((day) => day >= event.occurredOn);

function days(context: Readonly<Record<string, unknown>>, name: 'starts' | 'ends') {
  return (context['package'] as Record<typeof name, readonly string[]>)[name];
}

/** Clocks of an EOTAS package. All are local aims; the review of the plan itself keeps its own legal dates. */
export const eotasClocks: readonly ClockRule[] = [
  {
    ...local,
    code: 'package_due',
    source: `Local aim: ${policy.proposalWorkingDays} working days`,
    label: 'Proposal of a package',
    ask: 'Propose a package',
    because: 'The child waits for provision.',
    doneBy: 'PACKAGE_PROPOSED',
    starts: [{ enters: ['work.drafting'] }],
    limit: { unit: 'WD', n: policy.proposalWorkingDays, roll: true },
    metBy: ['PACKAGE_PROPOSED'],
    within: ['work.drafting'],
  },
  {
    ...local,
    code: 'decision_due',
    source: `Local aim: ${policy.decisionWorkingDays} working days`,
    label: 'Decision on the package',
    ask: 'Decide on the package',
    because: 'It is proposed. Somebody who did not propose it decides.',
    doneBy: 'PACKAGE_AGREED',
    starts: [{ enters: ['work.proposed'] }],
    limit: { unit: 'WD', n: policy.decisionWorkingDays, roll: true },
    metBy: ['PACKAGE_AGREED', 'PACKAGE_NOT_AGREED', 'SENT_BACK'],
    within: ['work.proposed'],
  },
  {
    ...local,
    code: 'start_by',
    source: 'The day on which the first line starts',
    label: 'Provision starts',
    ask: 'See that the provision starts',
    because: 'The package is agreed, and the child waits for it.',
    doneBy: 'PROVISION_STARTED',
    starts: [{ enters: ['work.agreed'], anchor: (step) => String(firstStart(step)) }],
    limit: { unit: 'on' },
    metBy: ['PROVISION_STARTED'],
    within: ['work.agreed'],
  },
  {
    ...local,
    code: 'review_due',
    source: `Local aim: each half term, ${policy.reviewSchoolWeeks} school weeks`,
    label: 'Review of the package',
    ask: 'Review the package',
    because: 'A package is looked at each half term, and so is the way back to a school.',
    doneBy: 'REVIEW_HELD',
    starts: [{ on: ['PROVISION_STARTED', 'REVIEW_HELD'] }],
    limit: { unit: 'SW', n: policy.reviewSchoolWeeks, roll: true },
    metBy: ['REVIEW_HELD'],
    within: RUNNING,
  },
  {
    ...local,
    code: 'line_ends',
    source: 'The day on which the next line of the package ends',
    label: 'A line of the package ends',
    ask: 'Renew the line that ends, or say what follows',
    because: 'Provision must not stop because a date has passed.',
    doneBy: 'CHANGE_PROPOSED',
    starts: [
      {
        on: ['PROVISION_STARTED', 'REVIEW_HELD', 'CHANGE_AGREED'],
        when: (step) => nextEnd(step) !== undefined,
        anchor: (step) => String(nextEnd(step)),
      },
    ],
    limit: { unit: 'on' },
    metBy: ['CHANGE_AGREED', ...ENDED],
    within: RUNNING,
  },
  {
    ...local,
    code: 'change_due',
    source: `Local aim: ${policy.changeWorkingDays} working days`,
    label: 'Decision on the change',
    ask: 'Decide on the change to the lines',
    because: 'A change waits. Somebody who did not propose it decides.',
    doneBy: 'CHANGE_AGREED',
    starts: [{ enters: ['work.change_proposed'] }],
    limit: { unit: 'WD', n: policy.changeWorkingDays, roll: true },
    metBy: ['CHANGE_AGREED', 'CHANGE_NOT_AGREED'],
    within: ['work.change_proposed'],
  },
  {
    ...local,
    code: 'return_due',
    source: `Local aim: ${policy.returnSchoolWeeks} school weeks`,
    label: 'Way back to a school',
    ask: 'Take the next step of the way back to a school',
    because: 'The review found that the way back can be planned.',
    doneBy: 'RETURNED_TO_SCHOOL',
    starts: [{ enters: ['work.returning'] }],
    limit: { unit: 'SW', n: policy.returnSchoolWeeks, roll: true },
    metBy: [...ENDED, 'RETURN_STOPPED'],
    within: ['work.returning'],
  },
  ...commonClocks,
];
