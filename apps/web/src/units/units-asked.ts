import { type Role } from '@app/pathways';
import { type Actor } from '@app/access';
import { paths } from '../paths';
import { one } from '../safety/one-value';

/** Those who work with places of units. */
export const UNIT_ROLES: readonly Role[] = [
  'panel_chair',
  'panel_coordinator',
  'send_manager',
  'unit_lead',
];

/** Those who sign the agreement with a host school, and so say how many places there are. */
export const PLACE_KEEPERS: readonly Role[] = ['panel_chair', 'send_manager'];

/** Views of the page: a number of the page opens the rows it counts. */
export const UNIT_VIEWS = {
  all: 'All places',
  held: 'Held',
  occupied: 'Occupied',
  return_hold: 'Kept for return',
  vacant: 'Vacant',
  suspended: 'Suspended',
  offers: 'Offers that run out',
  reviews: 'Reviews due',
  waiting: 'Waiting',
} as const;

export type UnitView = keyof typeof UNIT_VIEWS;

/** The view that the address asks for; what makes no sense is left out. */
export function viewAsked(query: unknown): UnitView {
  const view = one(query, 'view');
  return view && Object.hasOwn(UNIT_VIEWS, view) ? (view as UnitView) : 'all';
}

/** The address of a view. */
export const unitsHref = (view: UnitView, path: string = paths.units.list) =>
  view === 'all' ? path : `${path}?view=${view}`;

/** The only unit a person sees: their own, when leading one is all they do here. */
export function ownUnitOnly({ roles, schoolUrn }: Actor): string | null {
  const seesAll = UNIT_ROLES.some((role) => role !== 'unit_lead' && roles.includes(role));
  return seesAll ? null : (schoolUrn ?? '');
}

/** Whether this person sets up units and their places. */
export const keepsPlaces = ({ roles }: Actor) => PLACE_KEEPERS.some((role) => roles.includes(role));
