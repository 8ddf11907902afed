import { type ChildRecord, type ContactRecord, type MergeCase, SEN_PROVISIONS } from '@app/people';
import { pathwayNamed } from '@app/pathways';
import { plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** One of two records, opened. */
export interface MergeSide {
  readonly child: ChildRecord;
  readonly contacts: readonly ContactRecord[];
}

/** Two records side by side: what differs, and what would move. */
export function mergeModel(sides: readonly [MergeSide, MergeSide], cases: readonly MergeCase[]) {
  const [one, two] = sides;
  return {
    sides: sides.map(({ child, contacts }) => ({
      id: child.childId,
      name: child.name,
      href: paths.children.one(child.childId),
      contacts: contacts.map(({ name, relation }) => `${name}, ${relation.toLowerCase()}`),
      cases: cases.filter(({ childId }) => childId === child.childId).map(caseModel),
    })),
    rows: ROWS.map(({ label, of }) => ({
      label,
      one: of(one.child),
      two: of(two.child),
      isDifferent: of(one.child) !== of(two.child),
    })),
  };
}

const ROWS: readonly { label: string; of: (child: ChildRecord) => string }[] = [
  { label: 'Legal name', of: (child) => `${child.legalForename} ${child.legalSurname}` },
  { label: 'Name used', of: (child) => child.preferredName ?? 'Not given' },
  { label: 'Date of birth', of: (child) => plainDay(child.dob) },
  { label: 'Unique pupil number', of: (child) => child.upn ?? 'Not known' },
  { label: 'Former pupil numbers', of: (child) => child.formerUpns.join(', ') || 'None' },
  { label: 'School', of: (child) => child.schoolName ?? 'No school' },
  { label: 'Provision now', of: (child) => SEN_PROVISIONS[child.senProvision] },
  { label: 'Restricted', of: (child) => (child.restricted ? 'Yes' : 'No') },
];

function caseModel({ reference, pathway, open }: MergeCase) {
  return {
    text: `${pathwayNamed(pathway).title}, ${reference}`,
    href: paths.case(reference),
    when: open ? 'Open' : 'Closed',
  };
}
