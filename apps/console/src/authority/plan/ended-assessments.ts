import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { type Dice } from '../../demo/dice';
import { Days } from './days';
import { type AssessmentHistory, type Ending } from './history';
import { before, TOLD, within } from './targets';

/** When the request came, and in which year it was decided to assess. */
export type Origin = 'this_year' | 'carried_over' | 'year_before';

/** An assessment that ended in the year. */
export interface Wanted {
  readonly as: Ending;
  /** Fewest and most days from the request to the end. */
  readonly days: readonly [least: number, most: number];
  readonly excused: boolean;
  /** A final plan so early in the year that its first review falls due before survey day. */
  readonly inFirstDays?: boolean;
}

/** Days that stand between the decision to assess and the end. */
const GAP: Readonly<Record<Ending, number>> = { issued: 35, not_issued: 20, withdrawn: 8, left: 8 };
/** Nobody ends an assessment in the first days of the year, but for those who are asked to. */
const SETTLED = addDays(TOLD.yearBeforeSurvey, 1);
const LATEST_DECIDED_BEFORE = before('11-19');

/** Dates for assessments that ended in the year, whose request was decided at once. */
export class EndedAssessments {
  private readonly days: Days;

  constructor(private readonly dice: Dice) {
    this.days = new Days(dice);
  }

  history(wanted: Wanted, origin: Origin, isOverSixWeeks: boolean): AssessmentHistory {
    const length = this.dice.whole(...wanted.days);
    const { received, on } = this.startAndEnd(wanted, origin, length, isOverSixWeeks);
    const decided = this.decided({ received, on, wanted, origin, isOverSixWeeks });
    return {
      received,
      decided: { on: decided, toAssess: true },
      ended: { on, as: wanted.as },
      ...(wanted.excused && { excused: true }),
    };
  }

  /** A refusal to assess of the year before last, conceded after mediation, that ended in the year. */
  afterMediation(as: 'issued' | 'not_issued'): AssessmentHistory {
    const received = this.days.between(addDays(before('01-02'), -120), before('04-20'));
    const refused = addDays(received, this.dice.whole(30, 42));
    const askedOn = addDays(refused, this.dice.whole(15, 40));
    return {
      received,
      decided: { on: refused, toAssess: false },
      conceded: { askedOn, on: addDays(askedOn, this.dice.whole(30, 60)) },
      ended: { on: this.days.between(SETTLED, TOLD.last), as },
    };
  }

  private startAndEnd(wanted: Wanted, origin: Origin, length: number, isOver: boolean) {
    if (wanted.inFirstDays) {
      const on = this.days.between(within('01-02'), TOLD.yearBeforeSurvey);
      return { received: addDays(on, -length), on };
    }
    const [first, last] = this.startsOf(origin, length, isOver);
    const received = this.days.between(first, last);
    return { received, on: addDays(received, length) };
  }

  private startsOf(origin: Origin, length: number, isOver: boolean): [CalendarDay, CalendarDay] {
    const endsBy = addDays(TOLD.last, -length);
    if (origin === 'this_year') return [TOLD.first, endsBy];
    if (origin === 'carried_over')
      return isOver ? [before('11-05'), before('11-24')] : [before('11-22'), before('12-20')];
    const earliest = addDays(SETTLED, -length);
    return [earliest, endsBy < LATEST_DECIDED_BEFORE ? endsBy : LATEST_DECIDED_BEFORE];
  }

  private decided(given: {
    readonly received: CalendarDay;
    readonly on: CalendarDay;
    readonly wanted: Wanted;
    readonly origin: Origin;
    readonly isOverSixWeeks: boolean;
  }): CalendarDay {
    const { received, on, wanted, origin, isOverSixWeeks } = given;
    const latest = addDays(on, -GAP[wanted.as]);
    const [soon, late] = isOverSixWeeks ? [43, 75] : [24, 42];
    let [from, to] = [addDays(received, soon), addDays(received, late)];
    if (origin === 'carried_over' && from < within('01-02')) from = within('01-02');
    if (origin === 'year_before' && to > before('12-29')) to = before('12-29');
    if (to > latest) to = latest;
    return to < from ? to : this.days.between(from, to);
  }
}
