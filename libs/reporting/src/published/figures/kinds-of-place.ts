import { type PLACE_COLUMNS } from './plan-figures';

/** A kind of place as the published tables tell them apart. */
export type PlaceColumn = (typeof PLACE_COLUMNS)[number];

/** What is on record about where the child of a plan attends. */
export interface PlaceOnRecord {
  /** As the national register of schools calls it. */
  readonly type: string | null;
  readonly setting: string | null;
  readonly unit: boolean;
  readonly resourced: boolean;
  /** A learning provider that has a UKPRN and no school number. */
  readonly provider: boolean;
  readonly isUnder16: boolean;
}

type Test = readonly [column: string, type: RegExp];

/** The first that fits: special and alternative schools are told apart before academies and free schools. */
const SCHOOLS: readonly Test[] = [
  ['special_non_maintained', /non-maintained special/i],
  ['specialist_post_16_institutions', /special post 16/i],
  ['special_independent', /independent special/i],
  ['special_academy_free', /(academy|free school).*special|special.*(academy|free school)/i],
  ['special_la_maintained', /(community|foundation) special/i],
  ['ap_pru_free_school', /free schools? alternative provision/i],
  ['ap_pru_academy', /academy alternative provision/i],
  ['ap_pru_la_maintained', /pupil referral unit/i],
  ['general_fe_tertiary_colleges', /further education|sixth form (college|centre)|16.19/i],
  ['online_provider', /online provider/i],
  ['w_settings', /welsh/i],
  ['mainstream_independent', /independent school/i],
  ['mainstream_free_school', /free school|university technical|studio/i],
  ['mainstream_academy', /academy|city technology/i],
  [
    'mainstream_la_maintained',
    /community school|voluntary|foundation school|local authority nursery/i,
  ],
];

const SETTINGS: Readonly<Record<string, string>> = {
  OLA: 'other_arrangements_la',
  OPA: 'other_arrangements_parents',
  EHE: 'elective_home_education',
  EYP: 'nm_early_years',
  OTH: 'other_placement_settings',
  NEET: 'neet',
  NIEC: 'neet_ntci',
};

const WITH_UNITS = ['mainstream_la_maintained', 'mainstream_academy', 'mainstream_free_school'];

/** The column that counts this place. */
export function placeColumn(place: PlaceOnRecord): PlaceColumn {
  const { type, setting, unit, resourced, provider, isUnder16 } = place;
  if (setting === 'NIEO') return isUnder16 ? 'neet_other_csa' : 'neet_other';
  if (setting) return SETTINGS[setting] ?? 'other_placement_settings';
  if (type === null) return provider ? 'ukrlp_provider' : 'placement_unknown';
  const column = SCHOOLS.find(([, test]) => test.test(type))?.[0] ?? 'other_schools';
  if (!WITH_UNITS.includes(column)) return column;
  if (unit) return `${column}_senunit`;
  return resourced ? `${column}_resourced_provision` : column;
}
