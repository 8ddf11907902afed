import { randomUUID } from 'node:crypto';
import {
  addDays,
  addMonths,
  type CalendarDay,
  checkUpn,
  daysBetween,
  ncYearOn,
} from '@app/statutory-calendar';
import { type Dice } from '../../demo/dice';
import { FORENAMES, PARENT_FORENAMES, STREETS, SURNAMES } from '../../demo/people/names';
import { type ChildHistory } from '../plan/history';
import { PLACE_KINDS } from '../plan/places';
import { TOLD } from '../plan/targets';
import { type InventedSchool, type Schools } from './schools';

/** An invented child, ready to be written, with the school that the child attends. */
export interface InventedChild {
  readonly id: string;
  readonly upn: string | null;
  readonly upnUnknown: string | null;
  readonly surname: string;
  readonly forename: string;
  readonly dob: CalendarDay;
  readonly sex: 'F' | 'M';
  readonly ncYear: string | null;
  readonly urn: string | null;
  readonly senProvision: 'K' | 'E';
  readonly primaryNeed: string | null;
  readonly secondaryNeed: string | null;
  readonly ethnicity: string;
  readonly postcode: string;
  readonly parent: string;
  readonly address: string;
  readonly email: string;
  readonly history: ChildHistory;
  readonly place: string;
}

const NEEDS = ['ASD', 'SEMH', 'SLCN', 'MLD', 'SPLD'];
const ETHNICITIES = ['WBRI', 'WBRI', 'WBRI', 'WOTH', 'AIND', 'APKN', 'BAFR', 'MWBC', 'OOTH'];
const FORENAMES_BY_SEX = { F: FORENAMES.F.split(' '), M: FORENAMES.M.split(' ') };
const UNDER_5 = 'UN1';

/** What children are made of. */
export interface Nursery {
  readonly authority: string;
  readonly schools: Schools;
  readonly dice: Dice;
}

/** Puts names, a birthday and a school to a history. All names are put together by chance; no postcode begins with ZZ. */
export function inventedChild(
  history: ChildHistory,
  n: number,
  { authority, schools, dice }: Nursery,
): InventedChild {
  const place = history.plan?.place ?? 'mainstream_la_maintained';
  const dob = birthday(history, place, dice);
  const school: InventedSchool | undefined = schools.one(place);
  const sex = dice.isLucky(0.29) ? 'F' : 'M';
  const surname = dice.pick(SURNAMES);
  const isYoung = addMonths(dob, 60) > TOLD.survey;
  const child = {
    id: randomUUID(),
    upn: isYoung ? null : upnOf(authority, n, Number(dob.slice(0, 4)) + 4),
    upnUnknown: isYoung ? UNDER_5 : null,
    surname,
    forename: dice.pick(FORENAMES_BY_SEX[sex]),
    dob,
    sex,
    ncYear: ncYearOn(dob, TOLD.survey) ?? null,
    urn: school?.urn ?? null,
    senProvision: history.plan && !history.plan.ceased ? 'E' : 'K',
    primaryNeed: history.plan ? (history.plan.need ?? null) : dice.pick(NEEDS),
    secondaryNeed: dice.isLucky(0.3) ? dice.pick(NEEDS) : null,
    ethnicity: dice.pick(ETHNICITIES),
    postcode: `ZZ${dice.whole(1, 9)} ${dice.whole(1, 9)}AA`,
    parent: `${dice.pick(PARENT_FORENAMES.F)} ${surname}`,
    address: `${dice.whole(1, 99)} ${dice.pick(STREETS)}`,
    email: `family-${n}@example.org`,
    history,
    place,
  } as const;
  return { ...child, secondaryNeed: otherNeed(child) };
}

/** A second need beside another main one. */
const otherNeed = ({
  primaryNeed,
  secondaryNeed,
}: Pick<InventedChild, 'primaryNeed' | 'secondaryNeed'>) =>
  primaryNeed === null || primaryNeed === secondaryNeed ? null : secondaryNeed;

/** Old enough for the place and for the day on which the plan was made or ended. */
function birthday({ plan }: ChildHistory, place: string, dice: Dice): CalendarDay {
  const age = ageOnSurvey(plan, place, dice);
  return addDays(addMonths(TOLD.survey, -12 * age), -dice.whole(1, 360));
}

const AGES_BY_REASON: Readonly<Record<string, readonly [number, number]>> = {
  '1': [27, 27],
  '3': [20, 22],
  '4': [20, 22],
  '6': [20, 23],
};

function ageOnSurvey(plan: ChildHistory['plan'], place: string, dice: Dice): number {
  const [low, high] =
    AGES_BY_REASON[plan?.ceased?.reason ?? ''] ?? PLACE_KINDS[place]?.ages ?? ([6, 15] as const);
  const years = plan ? Math.ceil(daysBetween(plan.madeOn, TOLD.survey) / 365) : 0;
  return dice.whole(Math.min(high, Math.max(low, years + 2)), high);
}

/** Numbers that no school has: establishments from 9000 on. */
function upnOf(authority: string, n: number, year: number): string {
  const establishment = 9000 + Math.floor(n / 1000);
  const twelve = `${authority}${establishment}${pad(year % 100, 2)}${pad(n % 1000, 3)}`;
  return `${checkUpn(`A${twelve}`).checkLetter ?? ''}${twelve}`;
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');
