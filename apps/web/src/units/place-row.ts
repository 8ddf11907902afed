import { stateOfClock } from '@app/casework';
import { pathwayNamed } from '@app/pathways';
import { type Looking, type PlaceState, SOON, type Unit, type UnitPlace } from '@app/placements';
import { plainDay, shortDay } from '@app/statutory-calendar';
import { paths } from '../paths';
import { type UnitView } from './units-asked';

/** One place of the list, in words. */
export interface PlaceRow {
  readonly number: number;
  readonly state: string;
  readonly square: 'taken' | 'offered' | 'free';
  readonly name: string;
  readonly reference: string | undefined;
  readonly href: string | undefined;
  readonly step: string;
  /** Since when, until when, or why. */
  readonly words: string;
  readonly nextDate: string;
  readonly nextLine: string;
  readonly isLate: boolean;
  readonly changeHref: string | undefined;
  readonly views: readonly UnitView[];
}

const pathway = pathwayNamed('hd_referral');

const STATES: Readonly<Record<PlaceState, string>> = {
  vacant: 'Vacant',
  held: 'Held',
  occupied: 'Occupied',
  return_hold: 'Kept for return',
  suspended: 'Suspended',
};

const SQUARES: Readonly<Record<PlaceState, PlaceRow['square']>> = {
  vacant: 'free',
  suspended: 'free',
  held: 'offered',
  return_hold: 'offered',
  occupied: 'taken',
};

const ANSWERS = ['offer_expiry', 'admission_sla'];
const REVIEWS = [
  'mid_review',
  'assessment_end',
  'decision_sla',
  'place_review',
  'step_review',
  'exit_sla',
  'match_review',
  'max_stay',
];
const LOCAL = { basis: 'local', rule: null, sends: null, status: 'open', endedOn: null } as const;

/** The row of one place. */
export function placeRow(unit: Unit, place: UnitPlace, looking: Looking): PlaceRow {
  const { number, state, holder } = place;
  const next = nextOf(place);
  const due = next && stateOfClock({ ...LOCAL, dueOn: next.dueOn }, looking);
  const isSoon = due !== undefined && due.days <= SOON;
  return {
    number,
    state: STATES[state],
    square: SQUARES[state],
    name: holder ? (holder.name ?? 'A restricted record') : '',
    reference: holder?.reference,
    href: holder?.name ? paths.case(holder.reference) : undefined,
    step: holder ? (pathway.copy.states['work']?.[holder.stage] ?? '') : '',
    words: wordsOf(place),
    nextDate: next ? shortDay(next.dueOn) : '',
    nextLine: next && due ? `${labelOf(next.code)}, ${due.words}` : '',
    isLate: due?.kind === 'late',
    changeHref: holder ? undefined : paths.units.place(unit.urn, String(number)),
    views: [
      'all',
      state,
      ...(isSoon && state === 'held' ? (['offers'] as const) : []),
      ...(isSoon && state === 'occupied' ? (['reviews'] as const) : []),
    ],
  };
}

/** The date of the place itself: the answer to an offer, else the nearest review. */
function nextOf({ state, holder }: UnitPlace) {
  const codes = state === 'held' ? ANSWERS : state === 'occupied' ? REVIEWS : [];
  return holder?.clocks.find(({ code }) => codes.includes(code));
}

const labelOf = (code: string) =>
  pathway.clocks.find((clock) => clock.code === code)?.label ?? 'Next step';

function wordsOf({ state, since, until, why }: UnitPlace): string {
  if (state === 'vacant') return 'Can be offered';
  if (state === 'suspended') return `Since ${since ? plainDay(since) : ''}: ${why ?? ''}`;
  if (state === 'return_hold') return until ? `Until ${plainDay(until)}` : '';
  const from = since ? `Since ${plainDay(since)}` : '';
  return until ? `${from}, until ${plainDay(until)}` : from;
}
