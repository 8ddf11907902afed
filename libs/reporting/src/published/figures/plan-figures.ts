import { figuresOf } from './figure';

const NEEDS = {
  asd: ['ASD', 'autistic spectrum disorder'],
  hi: ['HI', 'hearing impairment'],
  mld: ['MLD', 'moderate learning difficulty'],
  msi: ['MSI', 'multi-sensory impairment'],
  oth: ['OTH', 'other difficulty or disability, Down syndrome included'],
  pd: ['PD', 'physical disability'],
  pmld: ['PMLD', 'profound and multiple learning difficulty'],
  semh: ['SEMH', 'social, emotional and mental health'],
  slcn: ['SLCN', 'speech, language and communication needs'],
  sld: ['SLD', 'severe learning difficulty'],
  spld: ['SPLD', 'specific learning difficulty'],
  vi: ['VI', 'vision impairment'],
} as const;

/** SEN2 code of each column of the tables by need. */
export const NEED_COLUMNS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(NEEDS).map(([column, [code]]) => [`number_${column}`, code]),
);

const IN_FORCE = 'Plans in force on survey day';
const NEW = 'Plans whose first final version is dated in the year, made here or taken over';

const byNeed = (table: string, all: string) =>
  figuresOf(table, {
    ehc_plans: ['All plans', `${all}.`],
    ...Object.fromEntries(
      Object.entries(NEEDS).map(([column, [code, words]]) => [
        `number_${column}`,
        [`Main need ${code}`, `${all}, with the main need ${words}.`] as const,
      ]),
    ),
    number_need_unknown: ['Main need not recorded', `${all}, with no main need on record.`],
  });

export const NEED_FIGURES = byNeed('sen_needs_all_plans', IN_FORCE);
export const NEW_NEED_FIGURES = byNeed('sen_need_newplans', NEW);

const PLACES: Readonly<Record<string, string>> = {
  mainstream_la_maintained: 'a maintained mainstream school',
  mainstream_la_maintained_resourced_provision: 'resourced provision of a maintained school',
  mainstream_la_maintained_senunit: 'an SEN unit of a maintained school',
  mainstream_academy: 'a mainstream academy',
  mainstream_academy_resourced_provision: 'resourced provision of an academy',
  mainstream_academy_senunit: 'an SEN unit of an academy',
  mainstream_free_school: 'a mainstream free school',
  mainstream_free_school_resourced_provision: 'resourced provision of a free school',
  mainstream_free_school_senunit: 'an SEN unit of a free school',
  mainstream_independent: 'an independent mainstream school',
  special_la_maintained: 'a maintained special school',
  special_academy_free: 'a special academy or special free school',
  special_independent: 'an independent special school',
  special_non_maintained: 'a non-maintained special school',
  ap_pru_academy: 'an alternative provision academy',
  ap_pru_free_school: 'an alternative provision free school',
  ap_pru_la_maintained: 'a pupil referral unit',
  general_fe_tertiary_colleges: 'a further education college',
  specialist_post_16_institutions: 'a special post-16 institution',
  ukrlp_provider: 'a learning provider with a UKPRN and no school number',
  elective_home_education: 'home education',
  other_arrangements_la: 'arrangements that the council made outside a school',
  other_arrangements_parents: 'arrangements that the parents made outside a school',
  online_provider: 'an online provider',
  w_settings: 'a Welsh school',
  other_schools: 'another kind of school',
  other_placement_settings: 'another kind of setting',
  neet: 'no education, employment or training, 16 to 25 years old',
  neet_ntci: 'no education, with notice that the plan is to end',
  neet_other_csa: 'no education, of compulsory school age',
  neet_other: 'no education for another reason, at another age',
  nm_early_years: 'a nursery or childminder without a school number',
};

/** What kinds of place the tables by placement tell apart; the last is a plan with no place on record. */
export const PLACE_COLUMNS = [...Object.keys(PLACES), 'placement_unknown'] as const;

const byPlace = (table: string, total: string, all: string) =>
  figuresOf(table, {
    [total]: ['All plans', `${all}.`],
    ...Object.fromEntries(
      Object.entries(PLACES).map(([column, words]) => [
        column,
        [upperFirst(words), `${all}, with the main place on record ${words}.`] as const,
      ]),
    ),
    placement_unknown: ['Place not recorded', `${all}, with no place on record.`],
  });

const upperFirst = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const CASELOAD_FIGURES = byPlace('caseload', 'ehcplans', IN_FORCE);
export const NEW_PLAN_FIGURES = byPlace('newplans', 'new_ehc_plans', NEW);

const CEASED = 'Plans that ended in the year';

export const CEASED_FIGURES = figuresOf('ceased_plans', {
  max_age: ['Reached the highest age', `${CEASED}, reason 1.`],
  needs_met: ['Needs met without a plan', `${CEASED}, reason 2.`],
  he: ['Higher education', `${CEASED}, reason 3.`],
  employ: ['Paid work', `${CEASED}, reason 4.`],
  transfer: ['Moved to another council', `${CEASED}, reason 5.`],
  no_engage: ['No wish for education or training', `${CEASED}, reason 6.`],
  moved_outside_eng: ['Left England', `${CEASED}, reason 7.`],
  deceased: ['Died', `${CEASED}, reason 8.`],
  other: [
    'Another reason',
    `${CEASED}, reason 9. The release’s guide and its column names differ on this column and the next; the names are followed.`,
  ],
  not_rec: ['Reason not recorded', `${CEASED}, with no reason on record.`],
  total_ceased: ['All that ended', `${CEASED}.`],
});
