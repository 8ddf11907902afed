/** What the national register calls the schools of each column; the first column that fits counts. */
const SCHOOLS: readonly (readonly [column: string, type: string])[] = [
  ['special_non_maintained', 'non-maintained special'],
  ['specialist_post_16_institutions', 'special post 16'],
  ['special_independent', 'independent special'],
  [
    'special_academy_free',
    '(academy|free school).*special(?! post)|special.*(academy|free school)',
  ],
  ['special_la_maintained', '(community|foundation) special'],
  ['ap_pru_free_school', 'free schools? alternative provision'],
  ['ap_pru_academy', 'academy alternative provision'],
  ['ap_pru_la_maintained', 'pupil referral unit'],
  ['general_fe_tertiary_colleges', 'further education|sixth form (college|centre)|16.19'],
  ['online_provider', 'online provider'],
  ['w_settings', 'welsh'],
  ['mainstream_independent', 'independent school'],
  ['mainstream_free_school', 'free school|university technical|studio'],
  ['mainstream_academy', 'academy|city technology'],
  [
    'mainstream_la_maintained',
    'community school|voluntary|foundation school|local authority nursery',
  ],
];

const WITH_UNITS = ['mainstream_la_maintained', 'mainstream_academy', 'mainstream_free_school'];

const SETTINGS = {
  other_arrangements_la: 'OLA',
  other_arrangements_parents: 'OPA',
  elective_home_education: 'EHE',
  nm_early_years: 'EYP',
  other_placement_settings: 'OTH',
  neet: 'NEET',
  neet_ntci: 'NIEC',
} as const;

const kindOfSchool = `CASE ${SCHOOLS.map(([column, type]) => `WHEN type ~ '${type}' THEN '${column}'`).join(' ')} ELSE 'other_schools' END`;
const atSchool = (column: string) =>
  `setting IS NULL AND type IS NOT NULL AND ${kindOfSchool} = '${column}'`;

function schoolTests(column: string): Record<string, string> {
  const here = atSchool(column);
  if (!WITH_UNITS.includes(column)) return { [column]: here };
  return {
    [column]: `${here} AND NOT unit AND NOT resourced`,
    [`${column}_senunit`]: `${here} AND unit`,
    [`${column}_resourced_provision`]: `${here} AND resourced AND NOT unit`,
  };
}

/** By column of the tables by placement: which places it counts, from type of school, setting, ukprn, unit, resourced and under_16. */
export const PLACE_TESTS: Readonly<Record<string, string>> = Object.assign(
  {
    other_schools: atSchool('other_schools'),
    ukrlp_provider: 'setting IS NULL AND type IS NULL AND ukprn IS NOT NULL',
    placement_unknown: 'setting IS NULL AND type IS NULL AND ukprn IS NULL',
    neet_other_csa: `setting = 'NIEO' AND under_16`,
    neet_other: `setting = 'NIEO' AND NOT under_16`,
  },
  ...SCHOOLS.map(([column]) => schoolTests(column)),
  ...Object.entries(SETTINGS).map(([column, setting]) => ({ [column]: `setting = '${setting}'` })),
) as Record<string, string>;
