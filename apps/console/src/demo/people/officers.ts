import { type Role } from '@app/pathways';

export const TEAMS = {
  transition: 'Transition and Inclusion',
  north: 'EHC Assessment North',
  south: 'EHC Assessment South',
  inclusion: 'Inclusion and Attendance',
  reviews: 'Annual Reviews',
  placement: 'Placement and Commissioning',
} as const;

export type TeamKey = keyof typeof TEAMS;

/** Somebody who works for Wendmoor; those with a persona can be signed in as. */
export interface DemoOfficer {
  readonly key: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly team: TeamKey | null;
  /** Weights of cases held at once; the database counts them. */
  readonly limit: number;
  readonly isPersona: boolean;
  readonly schoolUrn?: string;
}

const LARKFIELD = '199002';
const THORNMERE = '199020';
const SALTMARSH = '199023';
const NO_CASES = 0;

const persona = (
  key: string,
  name: string,
  team: TeamKey | null,
  limit: number,
  ...roles: Role[]
): DemoOfficer => ({ key, name, roles, team, limit, isPersona: true });

const officer = (
  key: string,
  name: string,
  team: TeamKey | null,
  limit: number,
  ...roles: Role[]
): DemoOfficer => ({ key, name, roles, team, limit, isPersona: false });

/** Everybody, in the order of the sign-in page. */
export const OFFICERS: readonly DemoOfficer[] = [
  persona('tamsin', 'Tamsin Adeyemi', 'transition', 12, 'y6_worker', 'ehc_officer'),
  persona('petra', 'Petra Lindqvist', 'north', 70, 'ehc_officer'),
  persona('marguerite', 'Marguerite Osei', 'north', 12, 'send_manager'),
  persona('ruben', 'Ruben Castellane', 'transition', 12, 'transition_lead'),
  persona('kit', 'Kit Larwood', 'transition', 12, 'y6_worker', 'ehc_officer'),
  persona('bronagh', 'Bronagh Sealy', 'transition', 6, 'y6_worker', 'ehc_officer'),
  persona('imogen', 'Imogen Thackeray', 'transition', 40, 'panel_coordinator'),
  persona('gideon', 'Gideon Wray', null, NO_CASES, 'panel_chair'),
  persona('hal', 'Hal Brannigan', 'inclusion', 12, 'ep'),
  persona('josie', 'Josie Tremlett', 'inclusion', 12, 'saso'),
  persona('nadia', 'Nadia Whitlock', 'inclusion', 12, 'saso'),
  persona('tomasz', 'Tomasz Bielak', 'transition', 12, 'specialist_teacher'),
  persona('winifred', 'Winifred Anselm', 'reviews', 60, 'review_officer'),
  persona('desmond', 'Desmond Oyeyemi-Clarke', 'placement', 40, 'placement_officer'),
  { ...persona('merle', 'Merle Fairclough', null, 8, 'unit_lead'), schoolUrn: THORNMERE },
  persona('oswin', 'Oswin Pargeter', null, NO_CASES, 'finance_officer'),
  persona('zillah', 'Zillah Mukherjee', null, NO_CASES, 'virtual_school'),
  {
    ...persona('lorcan', 'Lorcan Beck', null, NO_CASES, 'school_senco'),
    schoolUrn: LARKFIELD,
  },
  persona('priya', 'Priya Venn', null, NO_CASES, 'data_analyst'),
  persona('callum', 'Callum Strand', null, NO_CASES, 'programme_manager'),
  persona('ottoline', 'Ottoline Frayne', null, NO_CASES, 'dpo'),
  persona('femi', 'Femi Latchford', null, NO_CASES, 'administrator'),
  officer('joss', 'Joss Merriweather', 'transition', 12, 'y6_worker'),
  officer('ama', 'Ama Boateng-Reyes', 'transition', 12, 'y6_worker'),
  officer('rhys', 'Rhys Calloway', 'transition', 12, 'y6_worker'),
  officer('noor', 'Noor Haidari', 'transition', 12, 'y6_worker'),
  officer('elowen', 'Elowen Trask', 'transition', 12, 'specialist_teacher'),
  officer('cormac', 'Cormac Bright', 'reviews', 60, 'review_officer'),
  officer('ines', 'Ines Maddox', 'reviews', 60, 'review_officer'),
  officer('thandi', 'Thandi Ellwood', 'reviews', 60, 'review_officer'),
  officer('hollis', 'Hollis Tremaine', 'reviews', 60, 'review_officer'),
  { ...officer('solveig', 'Solveig Marchbanks', null, 8, 'unit_lead'), schoolUrn: SALTMARSH },
  officer('everard', 'Everard Quill', 'south', 12, 'send_manager'),
  officer('anneke', 'Anneke Dorsey', 'north', 70, 'ehc_officer'),
  officer('kofi', 'Kofi Marlowe', 'north', 70, 'ehc_officer'),
  officer('yasmin', 'Yasmin Tarrant', 'north', 70, 'ehc_officer'),
  officer('gwen', 'Gwen Holloway', 'north', 70, 'ehc_officer'),
  officer('piers', 'Piers Ashdown', 'south', 70, 'ehc_officer'),
  officer('leila', 'Leila Morrow', 'south', 70, 'ehc_officer'),
  officer('dafydd', 'Dafydd Penrose', 'south', 70, 'ehc_officer'),
  officer('sunita', 'Sunita Rao-Whitby', 'south', 70, 'ehc_officer'),
  officer('marek', 'Marek Ostrow', 'south', 70, 'ehc_officer'),
];

/** Those who take assessments, by team; the personas of the other team take a few of their own. */
export const EHC_OFFICERS: Readonly<Record<'north' | 'south', readonly string[]>> = {
  north: ['petra', 'anneke', 'kofi', 'yasmin', 'gwen'],
  south: ['piers', 'leila', 'dafydd', 'sunita', 'marek'],
};

/** Who decides for a team. */
export const DECIDERS: Readonly<Record<'north' | 'south', string>> = {
  north: 'marguerite',
  south: 'everard',
};
