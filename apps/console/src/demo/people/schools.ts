import { AUTHORITY } from '../authority';

export type Phase = 'Primary' | 'Secondary' | 'Special';

/** One of Wendmoor's schools. */
export interface DemoSchool {
  readonly urn: string;
  readonly laestab: string;
  readonly name: string;
  readonly phase: Phase;
  readonly type: string;
  readonly ages: readonly [low: number, high: number];
  readonly postcode: string;
  readonly head: string;
  readonly senco: string;
  /** Keeps its own term dates. */
  readonly ownCalendar?: true;
}

type Line = readonly [name: string, type: string, postcode: string, head: string, senco: string];

const PRIMARIES: readonly Line[] = [
  ['Fernhollow Primary', 'Community school', 'WM1 4QA', 'Mrs J Calder', 'Rhoda Finch'],
  ['Larkfield Primary', 'Community school', 'WM1 6TD', 'Mr S Okafor', 'Lorcan Beck'],
  ['Coldwater Primary', 'Community school', 'WM2 1HN', 'Ms D Pryce', 'Anjali Bose'],
  ['St Bride’s Primary', 'Voluntary aided school', 'WM2 5LB', 'Mr T Ormsby', 'Judith Amery'],
  ['Mill Lane Primary', 'Academy converter', 'WM2 7RW', 'Mrs K Villiers', 'Saskia Achterberg'],
  ['Little Ferns Infant and Nursery', 'Community school', 'WM3 2EJ', 'Ms H Adair', 'Colette Rudd'],
  ['Ashcombe Juniors', 'Community school', 'WM3 3PX', 'Mr L Tench', 'Bridget Moyle'],
  ['Quarry Bank Primary', 'Foundation school', 'WM3 8SG', 'Mrs R Lomax', 'Ewan Pask'],
  ['Tannery Road Primary', 'Community school', 'WM4 1DU', 'Mr A Siddiqui', 'Hilary Cove'],
  ['St Cuthman’s Primary', 'Voluntary controlled school', 'WM4 4NT', 'Ms P Garland', 'Dilys Hart'],
  ['Windle Brook Primary', 'Academy sponsor led', 'WM4 9BH', 'Mrs O Thirlby', 'Marcus Vane'],
  ['Heron Marsh Primary', 'Community school', 'WM5 2QL', 'Mr G Attwell', 'Tilda Roscoe'],
  ['Copperfield Primary', 'Academy converter', 'WM5 5FT', 'Mrs N Baxendale', 'Ravi Menon'],
  ['Sallow Green Primary', 'Community school', 'WM5 7XP', 'Ms E Dacre', 'Lena Whitlow'],
  ['Beacon Hill Primary', 'Foundation school', 'WM6 1GR', 'Mr C Nwosu', 'Gail Truscott'],
  ['Otter Ford Primary', 'Community school', 'WM6 3ZD', 'Mrs V Skene', 'Paula Imrie'],
  ['Foxglove Academy', 'Free schools', 'WM6 8LY', 'Ms B Harkness', 'Deniz Aydin'],
  ['Long Meadow Primary', 'Community school', 'WM7 4CK', 'Mr W Penhale', 'Shona Birtles'],
];

const SECONDARIES: readonly Line[] = [
  ['Ashgrove High', 'Community school', 'WM1 9JN', 'Mr D Rutherglen', 'Nkechi Lowther'],
  ['Thornmere High', 'Academy converter', 'WM3 5VA', 'Mrs L Castle', 'Peter Dunmore'],
  ['Hollin Bank Academy', 'Academy sponsor led', 'WM4 6HE', 'Ms F Quartermain', 'Agnes Teale'],
  ['Oakmere School', 'Foundation school', 'WM5 9MQ', 'Mr I Bellamy', 'Carys Wynn'],
  ['Saltmarsh Community School', 'Community school', 'WM6 6PB', 'Mrs T Farrant', 'Omar Haddad'],
  ['Kelder Valley Academy', 'Free schools', 'WM7 2UX', 'Ms R Stannard', 'Isla Corrigan'],
];

const AGES = { Primary: [4, 11], Secondary: [11, 18], Special: [3, 19] } as const;
const ACADEMY_WITH_OWN_DATES = 'Hollin Bank Academy';

const SPECIAL: Line = [
  'Larchfield School',
  'Community special school',
  'WM2 8KD',
  'Mrs M Osgood',
  'Fabian Noble',
];

/** Numbers that belong to no real school: 199001 to 199025. */
export const DEMO_SCHOOLS: readonly DemoSchool[] = [
  ...PRIMARIES.map((line, at) => school(line, 199001 + at, 2001 + at, 'Primary')),
  ...SECONDARIES.map((line, at) => school(line, 199019 + at, 4001 + at, 'Secondary')),
  school(SPECIAL, 199025, 7001, 'Special'),
];

export const PRIMARY_SCHOOLS = DEMO_SCHOOLS.filter(({ phase }) => phase === 'Primary');
export const SECONDARY_SCHOOLS = DEMO_SCHOOLS.filter(({ phase }) => phase === 'Secondary');
export const SPECIAL_SCHOOL = DEMO_SCHOOLS.find(({ phase }) => phase === 'Special')!;

/** The school of this name. @throws Error for a name that Wendmoor does not have */
export function schoolNamed(name: string): DemoSchool {
  const found = DEMO_SCHOOLS.find((each) => each.name === name);
  if (!found) throw new Error(`Wendmoor has no school called ${name}`);
  return found;
}

/** Whether the school of this number keeps its own term dates. */
export const keepsOwnDates = (urn: string): boolean =>
  DEMO_SCHOOLS.some((each) => each.urn === urn && each.ownCalendar);

function school(line: Line, urn: number, establishment: number, phase: Phase): DemoSchool {
  const [name, type, postcode, head, senco] = line;
  return {
    urn: String(urn),
    laestab: `${AUTHORITY}${establishment}`,
    name,
    phase,
    type,
    ages: name.includes('Infant') ? [2, 7] : name.includes('Juniors') ? [7, 11] : AGES[phase],
    postcode,
    head,
    senco,
    ...(name === ACADEMY_WITH_OWN_DATES && { ownCalendar: true as const }),
  };
}
