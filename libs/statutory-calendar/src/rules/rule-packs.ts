import { addDays, type CalendarDay } from '../day/calendar-day';
import { due, lateness } from './due';
import { PART_3, type Rule } from './rule';

/** Law that stands for a time. A pack applies to a limit whose due day lies inside it. */
export interface RulePack {
  readonly name: string;
  readonly effectiveFrom: CalendarDay;
  readonly effectiveTo?: CalendarDay;
}

const MAIN: RulePack = { name: 'ENG-SEND-2014', effectiveFrom: PART_3 };

/** Temporary changes on top of the main pack, by the due day of the limit. */
const CHANGES: readonly RulePack[] = [
  { name: 'SI-2020-471', effectiveFrom: '2020-05-01', effectiveTo: '2020-09-25' },
];

/** The packs in force on a due day, main pack first: 'ENG-SEND-2014+SI-2020-471'. */
export function packsOn(dueDate: CalendarDay): readonly RulePack[] {
  const inForce = ({ effectiveFrom, effectiveTo }: RulePack) =>
    dueDate >= effectiveFrom && (effectiveTo === undefined || dueDate <= effectiveTo);
  return [MAIN, ...CHANGES.filter(inForce)];
}

/** Effective-dated law: statutory.md 11. The coronavirus regulations excused, they moved nothing. */
export const historicRules: readonly Rule[] = [
  {
    code: 'PACK-HISTORIC',
    source: 'SI 2020/471 (1 May to 25 Sep 2020)',
    effectiveFrom: '2020-05-01',
    compute: (input, { office }) => {
      const dueDate = addDays(input.day('requestReceived'), 42);
      const packs = packsOn(dueDate);
      const excused = packs.length > 1 && input.flag('coronavirusReasonRecorded');
      return {
        ...due(dueDate, office),
        ...lateness(input, dueDate, { metKey: 'decisionNotified', excused }),
        rulePack: packs.map(({ name }) => name).join('+'),
      };
    },
  },
];
