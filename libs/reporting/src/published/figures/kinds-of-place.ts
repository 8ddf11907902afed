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

const whens = (list: readonly (readonly [string, string])[], test: (value: string) => string) =>
  list.map(([column, value]) => `WHEN ${test(value)} THEN '${column}'`).join(' ');

/**
 * The column that counts a place, from the type of its school in small letters (`type`), `setting`, `ukprn`, `unit`,
 * `resourced` and `under_16`.
 */
export const PLACE_COLUMN = `
CASE
  ${whens(Object.entries(SETTINGS), (letters) => `setting = '${letters}'`)}
  WHEN setting IS NOT NULL THEN CASE WHEN under_16 THEN 'neet_other_csa' ELSE 'neet_other' END
  WHEN type IS NULL THEN CASE WHEN ukprn IS NULL THEN 'placement_unknown' ELSE 'ukrlp_provider' END
  ELSE (SELECT k || CASE WHEN k NOT IN (${WITH_UNITS.map((column) => `'${column}'`).join(', ')}) THEN ''
      WHEN unit THEN '_senunit' WHEN resourced THEN '_resourced_provision' ELSE '' END
    FROM (SELECT CASE ${whens(SCHOOLS, (type) => `type ~ '${type}'`)} ELSE 'other_schools' END AS k) kind)
END`;
