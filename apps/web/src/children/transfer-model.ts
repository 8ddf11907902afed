import { type OpenedCase } from '@app/casework';
import { type ChildRecord } from '@app/people';
import {
  type BankHolidays,
  type CalendarDay,
  computeRule,
  longDay,
  type RulePack,
} from '@app/statutory-calendar';

/** A move to another council, as it was recorded. */
export interface TransferModel {
  readonly council: string;
  readonly moved: string;
  readonly aware: string;
  /** The day by which the plan must be with the new council; undefined for a child without a plan. */
  readonly planBy: string | undefined;
  readonly noticeWords: string;
}

const PLAN_PATHWAYS = ['annual_review', 'cessation'];

/** What the day of the transfer is counted by. */
interface CountedBy {
  readonly bankHolidays: BankHolidays['days'];
  readonly packs: readonly RulePack[];
}

/** What was recorded of the move: the first that anybody heard of it. Undefined where no case ended by it. */
export function transferOf(
  child: ChildRecord,
  cases: readonly OpenedCase[],
  by: CountedBy,
): TransferModel | undefined {
  const [move] = cases
    .filter(({ file }) => file.stage === 'transferred_out')
    .flatMap(({ history }) => history.filter(({ type }) => type === 'CHILD_MOVED_LA'))
    .sort((a, b) => a.occurredOn.localeCompare(b.occurredOn));
  if (!move) return undefined;
  const { moveDate, newLaCode } = move.payload;
  const moved = typeof moveDate === 'string' ? moveDate : move.occurredOn;
  const hasPlan =
    child.senProvision === 'E' || cases.some(({ file }) => PLAN_PATHWAYS.includes(file.pathway));
  const due = hasPlan ? planDue(moved, move.occurredOn, by) : undefined;
  return {
    council: typeof newLaCode === 'string' ? newLaCode : '',
    moved: longDay(moved),
    aware: longDay(move.occurredOn),
    planBy: due && longDay(due.day),
    noticeWords: due?.isInTime
      ? 'We knew of the move 15 working days before it, so the plan goes over on the day.'
      : '15 working days after we learned of the move.',
  };
}

/** Regulation 15(2): on the day of the move, or within 15 working days of learning of it. */
function planDue(moveDate: CalendarDay, oldAuthorityBecameAware: CalendarDay, by: CountedBy) {
  const { dueDate, noticeSufficient } = computeRule(
    'XFER-15WD',
    { moveDate, oldAuthorityBecameAware },
    {
      ...by,
      calendar: () => {
        throw new Error('The transfer of a plan counts in working days');
      },
    },
  );
  return { day: String(dueDate), isInTime: noticeSufficient === true };
}
