import { ROLES } from '@app/pathways';
import { type FieldModel } from '../forms/field-model';
import { type FormBody, type Problem } from '../forms/form-body';
import { one, several } from '../safety/one-value';
import { type Officer, type OfficerDetails } from './officers.repository';

interface Offered {
  readonly teams: readonly { value: string; text: string }[];
  readonly schools: readonly { value: string; text: string }[];
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const GIVEN_ROLES = Object.entries(ROLES).filter(([role]) => role !== 'system');

/** The form of an officer as posted values, to show it for the first time. */
export function officerAsTyped({
  name,
  email,
  roles,
  teamId,
  schoolUrn,
  active,
}: Officer): FormBody {
  return {
    name,
    email,
    roles: [...roles],
    team: teamId ?? '',
    school: schoolUrn ?? '',
    active: active ? 'yes' : 'no',
  };
}

/** Reads what was posted about an officer. */
export function readOfficer(
  body: FormBody,
  offered: Offered,
): { details: OfficerDetails; problems: Problem[] } {
  const roles = several(body, 'roles').filter((role) =>
    GIVEN_ROLES.some(([given]) => given === role),
  );
  const details = {
    name: one(body, 'name') ?? '',
    email: one(body, 'email') ?? '',
    roles,
    teamId: offered.teams.find(({ value }) => value === one(body, 'team'))?.value ?? null,
    schoolUrn: offered.schools.find(({ value }) => value === one(body, 'school'))?.value ?? null,
    active: one(body, 'active') !== 'no',
  };
  return { details, problems: problemsOf(details) };
}

function problemsOf({ name, email, roles, schoolUrn }: OfficerDetails): Problem[] {
  const found: (Problem | false)[] = [
    !name && { field: 'name', text: 'Enter the name' },
    name.length > 100 && { field: 'name', text: 'Name must be 100 characters or fewer' },
    !email && { field: 'email', text: 'Enter the e-mail address' },
    Boolean(email) &&
      (!EMAIL.test(email) || email.length > 200) && {
        field: 'email',
        text: 'Enter an e-mail address like name@council.gov.uk',
      },
    !roles.length && { field: 'roles', text: 'Select at least one role' },
    roles.includes('school_senco') &&
      !schoolUrn && { field: 'school', text: 'Select the school of a school SENCO' },
  ];
  return found.filter((it) => it !== false);
}

/** The questions about an officer; `isNew` leaves out whether they still work here. */
export function officerFields(
  typed: FormBody,
  offered: Offered,
  problems: readonly Problem[],
  isNew: boolean,
): FieldModel[] {
  const problem = (field: string) => problems.find((each) => each.field === field)?.text;
  const text = (name: string) => [typed[name]].flat().find((it) => typeof it === 'string') ?? '';
  const chosen = (name: string, options: readonly { value: string; text: string }[]) =>
    options.map((option) => ({ ...option, chosen: [typed[name]].flat().includes(option.value) }));
  const question = (kind: 'text' | 'email', name: string, label: string): FieldModel => ({
    kind,
    id: name,
    name,
    label,
    value: text(name),
    problem: problem(name),
  });
  return [
    question('text', 'name', 'Name'),
    question('email', 'email', 'E-mail address'),
    {
      kind: 'choices',
      id: 'roles',
      name: 'roles',
      label: 'Roles',
      problem: problem('roles'),
      options: chosen(
        'roles',
        GIVEN_ROLES.map(([value, words]) => ({ value, text: words })),
      ),
    },
    {
      kind: 'select',
      id: 'team',
      name: 'team',
      label: 'Team (optional)',
      nothing: 'No team',
      options: chosen('team', offered.teams),
    },
    {
      kind: 'select',
      id: 'school',
      name: 'school',
      label: 'School',
      hint: 'Only for people who work at one school',
      nothing: 'No school',
      problem: problem('school'),
      options: chosen('school', offered.schools),
    },
    ...(isNew
      ? []
      : [
          {
            kind: 'yesNo' as const,
            id: 'active',
            name: 'active',
            label: 'Works here',
            hint: 'No: they can no longer sign in, and are signed out at once',
            options: chosen('active', [
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
            ]),
          },
        ]),
  ];
}
