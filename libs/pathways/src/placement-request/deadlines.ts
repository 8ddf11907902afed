import { type ClockRule, type PastStep } from '../clock-rule';
import { said } from '../event';
import { commonClocks } from '../regions';
import { placementPolicy } from './policy';

const local = { basis: 'local', effective: { from: '2014-09-01' } } as const;
const DECISIONS = ['AGREED', 'AGREED_WITH_CONDITIONS', 'NOT_AGREED'];
const panelDay = ({ context }: PastStep) => String(context['panelOn']);
const conditionsDay = (step: PastStep) => said(step.event, 'conditionsDueOn');
const startDay = ({ context }: PastStep) => context['startOn'];

/** Clocks of a placement request: local aims, and the legal date it serves for all to see. */
export const placementClocks: readonly ClockRule[] = [
  {
    ...local,
    code: 'papers',
    source: `Local aim: ${placementPolicy.papersWorkingDays} working days before the panel`,
    label: 'Papers for the panel',
    ask: 'Send the paper to the panel',
    because: 'Members read it before they sit.',
    doneBy: 'SUBMITTED',
    starts: [{ enters: ['work.prepared'], anchor: panelDay }],
    limit: { unit: 'WD', n: -placementPolicy.papersWorkingDays },
    metBy: ['SUBMITTED'],
    within: ['work.prepared'],
  },
  {
    ...local,
    code: 'panel_date',
    source: 'Date of the Provision and Placement panel',
    label: 'Provision and Placement panel',
    ask: 'Take the request to the panel',
    because: 'On the list for the panel.',
    doneBy: 'ITEM_OPENED',
    starts: [{ on: ['SUBMITTED', 'MEETING_CANCELLED', 'DEFERRED'], anchor: panelDay }],
    limit: { unit: 'on' },
    metBy: ['ITEM_OPENED'],
    within: ['work.listed'],
  },
  {
    ...local,
    code: 'decision_due',
    source: `Local aim: ${placementPolicy.minutesWorkingDays} working days after the panel`,
    label: 'Decision on the placement',
    ask: 'Record the decision on the placement',
    because: 'The panel has discussed it.',
    doneBy: 'AGREED',
    starts: [{ enters: ['work.discussed'] }],
    limit: { unit: 'WD', n: placementPolicy.minutesWorkingDays, roll: true },
    metBy: [...DECISIONS, 'DEFERRED'],
    within: ['work.discussed'],
  },
  {
    ...local,
    code: 'statutory_date',
    source: 'The date that the law sets for the plan, as entered',
    label: 'Legal date of the plan',
    ask: 'Decide on the placement before the legal date of the plan',
    because: 'The panel never moves a date set by law.',
    doneBy: 'AGREED',
    starts: [
      {
        on: ['REQUEST_PREPARED'],
        when: ({ context }) => Boolean(context['statutoryDate']),
        anchor: ({ context }) => String(context['statutoryDate']),
      },
    ],
    limit: { unit: 'on' },
    metBy: DECISIONS,
  },
  {
    ...local,
    code: 'cond_due',
    source: `Local aim: ${placementPolicy.conditionsWorkingDays} working days`,
    label: 'Conditions met',
    ask: 'See that the conditions are met',
    because: 'The placement was agreed on conditions.',
    doneBy: 'CONDITIONS_MET',
    starts: [
      {
        enters: ['work.conditions'],
        when: (step) => Boolean(conditionsDay(step)),
        anchor: (step) => String(conditionsDay(step)),
        limit: { unit: 'on' },
      },
      { enters: ['work.conditions'] },
    ],
    limit: { unit: 'WD', n: placementPolicy.conditionsWorkingDays, roll: true },
    metBy: ['CONDITIONS_MET'],
    within: ['work.conditions'],
  },
  {
    ...local,
    code: 'start_by',
    source: `The agreed start, or ${placementPolicy.startWorkingDays} working days`,
    label: 'Placement starts',
    ask: 'Agree the contract and start the placement',
    because: 'It is agreed, and the child waits for it.',
    doneBy: 'PLACEMENT_STARTED',
    starts: [
      {
        enters: ['work.commissioning'],
        when: (step) => Boolean(startDay(step)),
        anchor: (step) => String(startDay(step)),
        limit: { unit: 'on' },
      },
      { enters: ['work.commissioning'] },
    ],
    limit: { unit: 'WD', n: placementPolicy.startWorkingDays, roll: true },
    metBy: ['PLACEMENT_STARTED'],
    within: ['work.commissioning'],
  },
  ...commonClocks,
];
