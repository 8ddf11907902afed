import { type CalendarDay } from '@app/statutory-calendar';
import { type Dice } from '../dice';

/** Why a setting said no, in words a family could read. */
const NO = {
  current_support: 'Two terms of extra adults have not been enough',
  mainstream_top_up: 'Classes of thirty, and no quiet room free',
  resource_base: 'Both bases are full until the summer',
  special_neighbour: 'Full, and 65 minutes each way',
  alternative_provision: 'Not asked: it has no specialist teaching',
} as const;

const POUNDS = 100;

/** The options table of a paper: what was asked, who answered, what it would cost. */
export function optionsTable(askedOn: CalendarDay, dice: Dice, independent: string) {
  const price = (low: number, high: number) => dice.whole(low, high) * 10 * POUNDS;
  const refused = Object.entries(NO).map(([option, reason]) => ({
    option,
    suitable: false,
    evidence: 'Section F of the plan, and the advice behind it',
    consultedOn: askedOn,
    reply: option === 'alternative_provision' ? 'none' : 'no',
    reason,
    cost: { education: price(900, 1900) },
  }));
  return [
    ...refused,
    {
      option: 'special_local',
      setting: 'Larchfield School',
      suitable: true,
      evidence: 'The head has read section F and met the child',
      consultedOn: askedOn,
      reply: 'yes',
      placeOffered: true,
      placesFree: 1,
      travelMinutes: dice.whole(15, 40),
      cost: { education: price(2500, 3100), transport: price(300, 600) },
    },
    {
      option: 'independent_day',
      setting: independent,
      suitable: true,
      evidence: 'Offer letter with staffing and therapy',
      consultedOn: askedOn,
      reply: 'yes',
      placeOffered: true,
      travelMinutes: dice.whole(35, 70),
      cost: { education: price(5200, 7400), therapy: price(400, 900), transport: price(600, 1200) },
    },
  ];
}
