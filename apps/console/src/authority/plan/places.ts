import { type Setting } from '@app/casework';

/** What stands on record for each column of the tables by placement. */
export type PlaceKind =
  | {
      readonly school: string;
      readonly phase: string;
      readonly ages: readonly [number, number];
      readonly unit?: true;
      readonly resourced?: true;
    }
  | { readonly setting: Setting; readonly ages: readonly [number, number] }
  | { readonly provider: true; readonly ages: readonly [number, number] }
  | { readonly ages: readonly [number, number] };

const SCHOOL_AGES = [6, 15] as const;
const SPECIAL_AGES = [6, 18] as const;
const COLLEGE_AGES = [17, 23] as const;

const school = (
  type: string,
  phase: string,
  ages: readonly [number, number] = SCHOOL_AGES,
): Extract<PlaceKind, { school: string }> => ({ school: type, phase, ages });

const withUnits = (column: string, type: string): Record<string, PlaceKind> => {
  const plain = school(type, 'Primary');
  return {
    [column]: plain,
    [`${column}_resourced_provision`]: { ...plain, resourced: true },
    [`${column}_senunit`]: { ...plain, unit: true },
  };
};

/** By column of the published tables. */
export const PLACE_KINDS: Readonly<Record<string, PlaceKind>> = {
  ...withUnits('mainstream_la_maintained', 'Community school'),
  ...withUnits('mainstream_academy', 'Academy converter'),
  ...withUnits('mainstream_free_school', 'Free schools'),
  mainstream_independent: school('Other independent school', 'Not applicable'),
  special_la_maintained: school('Community special school', 'Not applicable', SPECIAL_AGES),
  special_academy_free: school('Academy special converter', 'Not applicable', SPECIAL_AGES),
  special_independent: school('Other independent special school', 'Not applicable', SPECIAL_AGES),
  special_non_maintained: school('Non-maintained special school', 'Not applicable', SPECIAL_AGES),
  ap_pru_academy: school('Academy alternative provision converter', 'Not applicable'),
  ap_pru_free_school: school('Free schools alternative provision', 'Not applicable'),
  ap_pru_la_maintained: school('Pupil referral unit', 'Not applicable'),
  general_fe_tertiary_colleges: school('Further education', '16 plus', COLLEGE_AGES),
  specialist_post_16_institutions: school('Special post 16 institution', '16 plus', COLLEGE_AGES),
  online_provider: school('Online provider', 'Not applicable'),
  w_settings: school('Welsh establishment', 'Not applicable'),
  other_schools: school('Miscellaneous', 'Not applicable'),
  ukrlp_provider: { provider: true, ages: COLLEGE_AGES },
  elective_home_education: { setting: 'EHE', ages: SCHOOL_AGES },
  other_arrangements_la: { setting: 'OLA', ages: SCHOOL_AGES },
  other_arrangements_parents: { setting: 'OPA', ages: SCHOOL_AGES },
  other_placement_settings: { setting: 'OTH', ages: SCHOOL_AGES },
  neet: { setting: 'NEET', ages: COLLEGE_AGES },
  neet_ntci: { setting: 'NIEC', ages: COLLEGE_AGES },
  neet_other: { setting: 'NIEO', ages: COLLEGE_AGES },
  neet_other_csa: { setting: 'NIEO', ages: [6, 14] },
  nm_early_years: { setting: 'EYP', ages: [3, 4] },
  placement_unknown: { ages: SCHOOL_AGES },
};
