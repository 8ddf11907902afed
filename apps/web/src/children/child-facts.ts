import {
  CARE_STATUSES,
  type ChildRecord,
  ETHNICITIES,
  NEEDS,
  SEN_PROVISIONS,
  SEXES,
  YEAR_GROUPS,
} from '@app/people';
import { plainDay } from '@app/statutory-calendar';

const REGISTRATIONS: Readonly<Record<string, string>> = {
  single: 'Only there',
  dual_main: 'Main school of two',
  dual_subsidiary: 'Main school of two',
};

/** Who a child is, as a list of facts. */
export function factsOf(child: ChildRecord) {
  const legal = `${child.legalForename} ${child.legalSurname}`;
  const words = (label: string, value: string | null | undefined) =>
    value ? [{ label, value }] : [];
  return [
    { label: 'Legal name', value: legal },
    ...words('Name used', child.preferredName),
    { label: 'Date of birth', value: plainDay(child.dob) },
    ...words('Sex', child.sex ? SEXES[child.sex] : undefined),
    { label: 'School', value: child.schoolName ?? 'No school' },
    ...words(
      'Registered there',
      child.registration ? REGISTRATIONS[child.registration] : undefined,
    ),
    ...words('Second school', child.secondSchoolName),
    ...words('Year group', child.ncYear ? YEAR_GROUPS[child.ncYear] : undefined),
    { label: 'Unique pupil number', value: child.upn ?? 'Not known' },
    ...words('Former pupil numbers', child.formerUpns.join(', ')),
    ...words('Unique learner number', child.uln),
    { label: 'Provision now', value: SEN_PROVISIONS[child.senProvision] },
    ...words('Main need', needWords(child.primaryNeed)),
    ...words('Second need', needWords(child.secondaryNeed)),
    {
      label: 'Children’s services',
      value: CARE_STATUSES[child.careStatus as keyof typeof CARE_STATUSES] ?? 'Not known',
    },
    ...words('Social care team', child.socialCareTeam),
    ...words('Ethnicity', ETHNICITIES[child.ethnicity as keyof typeof ETHNICITIES]),
    ...words('Postcode of the home', child.postcode),
    ...words('Disabled', yesNo(child.disabled)),
    ...words('Pupil premium', yesNo(child.pupilPremium)),
  ];
}

const yesNo = (answer: boolean | null) => (answer === null ? undefined : answer ? 'Yes' : 'No');

function needWords(need: string | null): string | undefined {
  return need ? NEEDS[need as keyof typeof NEEDS] : undefined;
}
