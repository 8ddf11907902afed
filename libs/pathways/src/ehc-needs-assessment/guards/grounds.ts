import { GROUNDS } from '@app/statutory-calendar';
import { type GuardInput } from '../../pathway';
import {
  away,
  closed,
  type Ground,
  missedAppointment,
  no,
  saidWhy,
  viewsLate,
} from './ground-tests';
import { newerLaw } from './newer-law';

const LONG = GROUNDS.absent_4_weeks.days;
const LONG_AFTER_ORDER = GROUNDS.absent_2_weeks.days;

/** Regulations 5(4), 8(2), 10(4), 13(3), 27(3) and 44(3) tested on their dates (rule book 1.2 and 2.3), and what newer law adds. */
export function groundOf(input: GuardInput): Ground {
  switch (input.event.payload['category']) {
    case 'school_closed':
    case 'early_years_closed':
      return closed(input);
    case 'absent':
      return away(input, (date) => (date === 'order' ? LONG_AFTER_ORDER : LONG));
    case 'exceptional_circumstances':
      return saidWhy(
        input,
        'Say how the circumstances affected the child or the parent and caused the delay. Workload, staffing and panel dates are not within the words of the law',
      );
    case 'missed_appointment':
      return missedAppointment(input);
    case 'views_late':
      return viewsLate(input);
    case 'changed_law':
      return newerLaw(input);
    default:
      return no('Select one of the reasons that the law knows');
  }
}
