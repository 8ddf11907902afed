import { type CaseFile, yearAndSchool } from '@app/casework';
import { FLAGS } from '@app/people';
import { ageOn, type CalendarDay, plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** The child as the bar over a page names them. */
export interface IdentityModel {
  readonly name: string;
  readonly facts: readonly string[];
  readonly flags: readonly { readonly text: string; readonly serious: boolean }[];
  readonly moreHref: string | undefined;
}

type Who = Pick<
  CaseFile,
  'name' | 'dob' | 'ncYear' | 'schoolName' | 'flags' | 'restricted' | 'childId'
>;

const SERIOUS = ['medical', 'safe_address', 'two_visit'];

/** Name, age, school and flags: on every page about a child, on paper too. */
export function identityOf(
  child: Who,
  today: CalendarDay,
  {
    reference,
    more = [],
  }: { reference?: string; more?: readonly { text: string; serious: boolean }[] } = {},
): IdentityModel {
  const flags = child.flags.map((flag) => ({
    text: FLAGS[flag as keyof typeof FLAGS] ?? flag,
    serious: SERIOUS.includes(flag),
  }));
  return {
    name: child.name,
    facts: [
      `Born ${plainDay(child.dob)}, age ${ageOn(child.dob, today)}`,
      yearAndSchool(child),
      ...(reference ? [reference] : []),
    ],
    flags: [
      ...(child.restricted ? [{ text: 'Restricted record', serious: true }] : []),
      ...flags,
      ...more,
    ],
    moreHref: paths.children.one(child.childId),
  };
}
