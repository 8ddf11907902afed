import { addMonths, type CalendarDay, tribunalDay } from '@app/statutory-calendar';
import { type ClockRule, type PastStep, type Start } from '../../clock-rule';
import { said } from '../../event';
import { dayOf, law } from './bases';
import { diaryClocks } from './diary-clocks';

const aim = { ...law, basis: 'local' } as const;

/** The day on which the last decision was sent that can be appealed. */
const decidedOn = ({ context }: PastStep) =>
  (context['decidedOn'] ?? undefined) as CalendarDay | undefined;

/** A certificate counts where its month ends after the two months of the decision. */
function certificateGivesMore(step: PastStep): boolean {
  const [from, issuedOn] = [decidedOn(step), said(step.event, 'issuedOn')];
  return Boolean(from && issuedOn && addMonths(issuedOn, 1) > addMonths(from, 2));
}

/** Nothing else asks for the case then: the clock of the time to appeal ran out while the dispute was open. */
const appealTimeIsOver = (step: PastStep) => {
  const from = decidedOn(step);
  return from !== undefined && addMonths(from, 2) < step.event.occurredOn;
};

/** Where a case can be challenged. */
interface Challenge {
  /** The step that tells the family of the decision. */
  readonly decided: Start;
  readonly settledBy: readonly string[];
  /** The states in which the case waits for a challenge. */
  readonly within: readonly string[];
}

/** Clocks of the time to challenge and of an appeal. */
export const challengeClocks = ({
  decided,
  settledBy,
  within,
}: Challenge): readonly ClockRule[] => [
  {
    ...law,
    code: 'appeal_window',
    rule: 'TRIB-APPEAL-WINDOW',
    source: 'Tribunal Procedure Rules 2008, rule 20(1)(c) with rule 12',
    label: 'Family can appeal until',
    ask: 'Wait: the family can appeal',
    because: 'Two months from the decision, or one from a mediation certificate if that is later.',
    holder: 'the family',
    starts: [
      decided,
      {
        on: ['MEDIATION_CERTIFICATE_ISSUED'],
        when: certificateGivesMore,
        anchor: dayOf('issuedOn'),
        limit: { unit: 'months', n: 1 },
      },
    ],
    limit: { unit: 'months', n: 2 },
    rolls: tribunalDay,
    metBy: ['CHALLENGE_PERIOD_ENDED'],
    voidBy: settledBy,
    sends: 'CHALLENGE_PERIOD_ENDED',
  },
  {
    ...law,
    code: 'mediation_contact',
    rule: 'MED-CONTACT-2M',
    source: 'SEND Regulations 2014, regulation 33',
    label: 'Family can ask for mediation until',
    ask: 'Wait: the family can ask for mediation',
    because: 'Two months from the day the decision was sent.',
    holder: 'the family',
    starts: [decided],
    limit: { unit: 'months', n: 2 },
    metBy: [
      'MEDIATION_REQUESTED',
      'MEDIATION_NOT_PURSUED',
      'MEDIATION_CERTIFICATE_ISSUED',
      'MEDIATION_TIME_ENDED',
    ],
    voidBy: ['APPEAL_LODGED', ...settledBy],
    sends: 'MEDIATION_TIME_ENDED',
  },
  ...diaryClocks(['dispute.appeal']),
  {
    ...aim,
    code: 'dispute_over',
    source: 'Local aim: 5 working days',
    label: 'Close the case after the dispute',
    ask: 'Close the case, or carry out what was decided',
    because: 'The dispute is over and the time to appeal has passed.',
    doneBy: 'CHALLENGE_PERIOD_ENDED',
    starts: [{ on: ['DISPUTE_CLOSED'], when: appealTimeIsOver }],
    limit: { unit: 'WD', n: 5, roll: true },
    metBy: ['CHALLENGE_PERIOD_ENDED'],
    within,
  },
];
