import { ageOn, type CalendarDay, ncYearOn } from '@app/statutory-calendar';
import { z } from 'zod';
import { BadDetails, type Problem } from '../bad-details';
import { codeReader, readYearGroup, readYesNo } from '../typed/codes';
import { readPostcode, readSchoolNumber, readUln, readUpn } from '../typed/identifiers';
import { lineReader, nameReader } from '../typed/names';
import { needed, optional } from '../typed/reading';
import { readTypedDay } from '../typed/typed-day';
import {
  CARE_STATUSES,
  ETHNICITIES,
  FLAGS,
  NEEDS,
  SEN_PROVISIONS,
  SEXES,
  UPN_UNKNOWN,
} from '../words';

const flags = z
  .preprocess(
    (given) => (typeof given === 'string' ? [given].filter(Boolean) : given),
    z.array(
      z.enum(Object.keys(FLAGS) as (keyof typeof FLAGS)[], { error: 'Select flags from the list' }),
    ),
  )
  .optional();

/** The fields of a child's record as a form sends them: strings, blank for not given. */
const typedChild = z.object({
  upn: optional(readUpn),
  uln: optional(readUln),
  legalSurname: needed(nameReader('The surname'), 'Enter the legal surname'),
  legalForename: needed(nameReader('The forename'), 'Enter the legal forename'),
  preferredName: optional(nameReader('The preferred name')),
  dob: needed(readTypedDay, 'Enter the date of birth'),
  sex: optional(codeReader(SEXES)),
  ncYear: optional(readYearGroup),
  urn: optional(readSchoolNumber),
  senProvision: optional(codeReader(SEN_PROVISIONS)),
  primaryNeed: optional(codeReader(NEEDS)),
  secondaryNeed: optional(codeReader(NEEDS)),
  careStatus: optional(codeReader(CARE_STATUSES)),
  ethnicity: optional(codeReader(ETHNICITIES)),
  postcode: optional(readPostcode),
  upnUnknown: optional(codeReader(UPN_UNKNOWN)),
  disabled: optional(readYesNo),
  pupilPremium: optional(readYesNo),
  socialCareTeam: optional(lineReader('The team', 80)),
  flags,
});

/** A child's details, read and checked; what was left blank is undefined. */
export type ChildDetails = z.output<typeof typedChild>;

/** Reads what was typed. Throws BadDetails with every problem, in the order of the form. */
export function readChild(typed: unknown, today: CalendarDay): ChildDetails {
  return checked(typedChild.safeParse(typed), today) as ChildDetails;
}

/** The same for a change: only what was sent is read. Throws BadDetails. */
export function readChildChange(typed: unknown, today: CalendarDay): Partial<ChildDetails> {
  return checked(typedChild.partial().safeParse(typed), today);
}

/** The year group given, or the one that the date of birth says. */
export const yearGroupOf = (child: Pick<ChildDetails, 'ncYear' | 'dob'>, today: CalendarDay) =>
  child.ncYear ?? ncYearOn(child.dob, today);

function checked(read: z.ZodSafeParseResult<Partial<ChildDetails>>, today: CalendarDay) {
  if (!read.success) throw new BadDetails(read.error.issues.map(inPlainWords));
  const problems = togetherProblems(read.data, today);
  if (problems.length > 0) throw new BadDetails(problems);
  return read.data;
}

const inPlainWords = ({ path, message }: z.core.$ZodIssue): Problem => ({
  path: path.map(String),
  message,
});

/** What can only be seen when answers are laid side by side. */
function togetherProblems(child: Partial<ChildDetails>, today: CalendarDay): Problem[] {
  const dob = child.dob && birthProblem(child.dob, today);
  const need =
    child.primaryNeed && child.primaryNeed === child.secondaryNeed
      ? 'The second need is the same as the first. Leave it blank or choose another'
      : undefined;
  return [
    ...(dob ? [{ path: ['dob'], message: dob }] : []),
    ...(need ? [{ path: ['secondaryNeed'], message: need }] : []),
  ];
}

/** Whether a day can be the birthday of someone this service works with: born, and under 26. */
export function birthProblem(dob: CalendarDay, today: CalendarDay): string | undefined {
  if (dob > today) return 'The date of birth is in the future. Check the year';
  const age = ageOn(dob, today);
  return age > 25
    ? `That date of birth makes the person ${age}. Causeway is for people aged 0 to 25`
    : undefined;
}
