import { type PlanToLoad, type Setting, SETTINGS } from '@app/casework';
import { type CalendarDay, checkUln, checkUpn } from '@app/statutory-calendar';
import { randomUUID } from 'node:crypto';
import { CEASE_REASONS, RESIDENTIAL, REVIEW_OUTCOMES, WORK_BASED } from '../sen2/codes';
import { type Collection } from '../sen2/collection';
import { type BladeRow, type BladeTables, where } from './blade-tables';

/** A child as the register of children takes one over. */
export interface ChildToLoad {
  readonly id: string;
  readonly surname: string;
  readonly forename: string;
  readonly dob: CalendarDay;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly postcode: string | null;
  readonly upn: string | null;
  readonly uln: string | null;
  readonly upnUnknown: string | null;
  readonly urn: string | null;
  readonly senProvision: 'E' | 'N';
  readonly primaryNeed: string | null;
  readonly secondaryNeed: string | null;
}

/** What a return holds for a council that begins to use the product. */
export interface ToLoad {
  readonly children: readonly ChildToLoad[];
  readonly plans: readonly PlanToLoad[];
  /** Requests and assessments under way: they are opened by people, since opening one writes to the family. */
  readonly underWay: number;
}

/** Children and plans of an export. What cannot be read is refused in the tables. */
export function toLoad(tables: BladeTables, collection: Collection): ToLoad {
  const read = tables.of('person').map((person) => personToLoad(tables, person, collection));
  return {
    children: read.map(({ child }) => child),
    plans: read.flatMap(({ plans }) => plans),
    underWay: read.reduce((sum, it) => sum + it.underWay, 0),
  };
}

function personToLoad(tables: BladeTables, person: BladeRow, collection: Collection) {
  const id = randomUUID();
  const requests = tables.under(person, 'requests').map((request) => {
    const [assessment] = tables.under(request, 'assessment');
    const [plan] = tables.under(assessment, 'namedplan');
    const [active] = tables.under(request, 'activeplans');
    return { request, assessment, plan, active };
  });
  const made = requests.flatMap(({ plan, active }) => (plan ? [{ plan, active }] : []));
  const plans = made.map((it) => planToLoad(tables, id, it.plan, it.active, collection));
  const standing = plans.find(({ ceasedOn }) => ceasedOn === null);
  const dob = tables.day(person, 'personbirthdate');
  const text = (column: string) => tables.text(person, column);
  const child: ChildToLoad = {
    id,
    surname: needed(tables, person, 'surname'),
    forename: needed(tables, person, 'forename'),
    dob: dob ?? '1900-01-01',
    sex: /^[FM]$/.exec(text('sex') ?? '')?.[0] ?? null,
    ethnicity: text('ethnicity'),
    postcode: text('postcode'),
    upn: checked(tables, person, 'upn', (upn) => checkUpn(upn).valid),
    uln: checked(tables, person, 'uniquelearnernumber', (uln) => checkUln(uln).valid),
    upnUnknown: checked(tables, person, 'upnunknown', (it) => /^UN([1-9]|10)$/.test(it)),
    urn: standing?.placements?.find(({ rank }) => rank === 1)?.urn ?? null,
    senProvision: standing ? 'E' : 'N',
    primaryNeed: standing?.primaryNeed ?? null,
    secondaryNeed: standing?.secondaryNeed ?? null,
  };
  if (!dob) tables.refuse(`${where(person)}: the date of birth is missing`);
  const underWay = requests.filter(({ request, assessment, plan }) => {
    const outcomes = [
      text0(tables, request, 'requestoutcome'),
      text0(tables, assessment, 'assessmentoutcome'),
    ];
    return !plan && (outcomes.includes('A') || outcomes[1] === 'Y');
  }).length;
  return { child, plans, underWay };
}

const text0 = (tables: BladeTables, row: BladeRow | undefined, column: string) =>
  tables.text(row, column) ?? '';

function planToLoad(
  tables: BladeTables,
  childId: string,
  plan: BladeRow,
  active: BladeRow | undefined,
  collection: Collection,
): PlanToLoad {
  const text = (row: BladeRow | undefined, column: string) => tables.text(row, column);
  const madeOn = tables.day(plan, 'startdate');
  if (!madeOn) tables.refuse(`${where(plan)}: the day of the plan is missing`);
  const [named] = tables.under(plan, 'plandetail');
  const placements = tables.under(active, 'placementdetail').map((row) => placeToLoad(tables, row));
  const transferredFrom = coded(tables, active, 'transferla', isCouncil);
  const needs = new Map(
    tables.under(active, 'senneed').map((row) => [text(row, 'sentyperank'), text(row, 'sentype')]),
  );
  const letter = text(active, 'reviewoutcome');
  const outcome = Object.keys(REVIEW_OUTCOMES).find((key) => REVIEW_OUTCOMES[key] === letter);
  const namedUrn = coded(tables, named, 'urn', isUrn);
  const ceasedOn = tables.day(plan, 'ceasedate');
  if (madeOn && ceasedOn && ceasedOn < madeOn)
    tables.refuse(`${where(plan)}: the plan ended before it was made`);
  return {
    childId,
    madeOn: madeOn ?? '1900-01-01',
    transferredFrom,
    transferredInOn: transferredFrom ? cameOn(placements[0]?.entryOn, collection) : null,
    lastMetOn: tables.day(active, 'reviewmeeting'),
    lastConcludedOn: tables.day(active, 'lastreview'),
    lastOutcome: (outcome ?? null) as PlanToLoad['lastOutcome'] & (string | null),
    namedUrn,
    namedUkprn: coded(tables, named, 'ukprn', isUkprn),
    namedSetting: coded(tables, named, 'sensetting', among(SETTINGS)) as Setting | null,
    namedSettingOther: text(named, 'sensettingother'),
    primaryNeed: needs.get('1') ?? null,
    secondaryNeed: needs.get('2') ?? null,
    residential: coded(tables, plan, 'planres', among(RESIDENTIAL)) as 'A' | 'B' | null,
    workBased: coded(tables, plan, 'planwbp', among(WORK_BASED)) as 'A' | 'I' | 'T' | null,
    personalBudget: tables.flag(plan, 'pb'),
    organisedArrangements: tables.flag(plan, 'oa'),
    directPayments: text(plan, 'dp') !== null,
    ceasedOn,
    ceaseReason: ceasedOn ? coded(tables, plan, 'ceasereason', among(CEASE_REASONS)) : null,
    placements,
  };
}

function placeToLoad(tables: BladeTables, row: BladeRow) {
  const [entryOn, leftOn] = [tables.day(row, 'entrydate'), tables.day(row, 'leavingdate')];
  if (entryOn && leftOn && leftOn < entryOn)
    tables.refuse(`${where(row)}: the place ended before it began`);
  return {
    rank: tables.text(row, 'placementrank') === '2' ? (2 as const) : (1 as const),
    urn: coded(tables, row, 'urn', isUrn),
    ukprn: coded(tables, row, 'ukprn', isUkprn),
    setting: coded(tables, row, 'sensetting', among(SETTINGS)) as Setting | null,
    settingOther: tables.text(row, 'sensettingother'),
    entryOn,
    leftOn,
    senUnit: tables.flag(row, 'senunitindicator'),
    resourced: tables.flag(row, 'resourcedprovisionindicator'),
  };
}

/** The return does not say when a plan came: the first day at the place in that year, else the year's last. */
function cameOn(entryOn: CalendarDay | null | undefined, { from, to, census }: Collection) {
  return entryOn && from <= entryOn && entryOn <= census ? entryOn : to;
}

function needed(tables: BladeTables, row: BladeRow, column: string): string {
  const text = tables.text(row, column);
  if (!text) tables.refuse(`${where(row)}: ${column} is empty`);
  return text ?? '';
}

const isUkprn = (text: string) => /^1\d{7}$/.test(text);
const isUrn = (text: string) => /^\d{6}$/.test(text);
const isCouncil = (text: string) => /^\d{3}$/.test(text);
const among = (codes: object) => (text: string) => Object.hasOwn(codes, text);

/** A code of the return; another one is refused, since the register of plans cannot hold it. */
function coded(
  tables: BladeTables,
  row: BladeRow | undefined,
  column: string,
  isKnown: (text: string) => boolean,
): string | null {
  const text = tables.text(row, column);
  if (text !== null && !isKnown(text))
    tables.refuse(`${where(row)}: ${column} “${text.slice(0, 20)}” is no code of the return`);
  return text;
}

/** A number that is right, or nothing: a wrong one is left out of the record and shown on the page of the returns. */
function checked(
  tables: BladeTables,
  row: BladeRow,
  column: string,
  isRight: (text: string) => boolean,
): string | null {
  const text = tables.text(row, column);
  return text !== null && isRight(text) ? text : null;
}
