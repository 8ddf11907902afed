import {
  type CohortChild,
  funnelOf,
  type Looking,
  nextClock,
  type PlacesNow,
  postWords,
  SCHOOLS_A_WORKER,
  type Waiting,
  whyBefore,
  type WorkerLoad,
} from '@app/placements';
import { longDay } from '@app/statutory-calendar';
import { paths } from '../paths';
import { type CohortAsked, cohortHref } from './cohort-asked';

/** So many of the waiting list stand on the page of the cohort. */
export const SHOWN_WAITING = 6;

/** The squares, their key and the sentence that says the same. */
export function placesModel(
  { all, agreed, waiting, free }: PlacesNow,
  asked: CohortAsked,
  isWholeList: boolean,
) {
  const squares = [
    ...Array<string>(agreed).fill('taken'),
    ...Array<string>(waiting).fill('offered'),
    ...Array<string>(free).fill('free'),
  ];
  const { cohort } = asked;
  return {
    all,
    squares,
    label: `${all} places: ${agreed} family agreed, ${waiting} waiting for the family, ${free} free`,
    key: [
      {
        kind: 'taken',
        text: `${agreed} family agreed`,
        href: cohortHref({ cohort, number: 'agreed-places' }),
      },
      {
        kind: 'offered',
        text: `${waiting} waiting for the family`,
        href: cohortHref({ cohort, view: 'family' }),
      },
      {
        kind: 'free',
        text: `${free} free`,
        href: cohort ? `${paths.year6.waitingList}?cohort=${cohort}` : paths.year6.waitingList,
      },
    ],
    note: isWholeList
      ? undefined
      : 'Some places are held by children whose record you cannot open; they are counted here and not listed below.',
  };
}

/** The rows from nomination to Year 7. */
export function funnelModel(children: readonly CohortChild[], { cohort }: CohortAsked) {
  return funnelOf(children).map(({ key, label, count, note }) => ({
    label,
    count,
    note,
    href: count ? cohortHref({ cohort, number: key }) : undefined,
  }));
}

/** The waiting list as the page shows it: those whose record the officer may not open keep their rank without a name. */
export function waitingModel(waiting: readonly Waiting[], children: readonly CohortChild[]) {
  return waiting.map((each, index) => {
    const child = children.find(({ caseId }) => caseId === each.caseId);
    const next = waiting[index + 1];
    return {
      rank: each.rank,
      reference: each.reference,
      name: child?.name,
      href: child && paths.case(each.reference),
      score: each.score,
      scoreHref: child && paths.year6.score(each.reference),
      from: child?.fromSchool ?? '',
      to: child?.toSchool ?? 'No school yet',
      waitingSince: each.waitingSince,
      nominatedOn: each.nominatedOn,
      why: next ? `Before number ${each.rank + 1}: ${whyBefore(each, next)}` : 'Last on the list',
    };
  });
}

/** The day on which the waiting list closes; undefined while nobody waits. */
export function closingWords(children: readonly CohortChild[]): string | undefined {
  const closes = children
    .flatMap((child) => (child.work === 'waitlisted' ? child.clocks : []))
    .find(({ code }) => code === 'waitlist_close');
  return closes && longDay(closes.dueOn);
}

/** Who carries how much of their limit. */
export function loadModel(loads: readonly WorkerLoad[], { cohort }: CohortAsked) {
  const total = (of: (load: WorkerLoad) => number) =>
    loads.reduce((sum, load) => sum + of(load), 0);
  return {
    rows: loads.map((load) => ({
      name: load.name,
      href: cohortHref({ cohort, worker: load.officerId }),
      post: `${postWords(load.post)}, ${load.schools} of ${SCHOOLS_A_WORKER} schools`,
      children: load.children,
      load: load.load,
      limit: load.limit,
      words: `${load.load} of ${load.limit}, ${roomWords(load)}`,
    })),
    children: total(({ children }) => children),
    words: `${total(({ load }) => load)} of ${total(({ limit }) => limit)}`,
    others: total(({ others }) => others),
  };
}

function roomWords({ load, limit }: WorkerLoad): string {
  if (load > limit) return `${load - limit} over`;
  return load === limit ? 'full' : `room for ${limit - load}`;
}

/** The sentence under the title: what matters, from the same rows. */
export function cohortLead(
  places: PlacesNow,
  first: string | undefined,
  children: readonly CohortChild[],
  looking: Looking,
) {
  const asked = children.filter(({ work }) => work === 'accepted');
  const soon = asked.filter((child) => {
    const ask = child.clocks.find(({ code }) => code === 'accept_timeout') ?? nextClock(child);
    return ask && looking.calendar.workingDaysBetween(looking.today, ask.dueOn) <= 1;
  });
  const families =
    asked.length === 1 ? '1 family has not answered' : `${asked.length} families have not answered`;
  const answers =
    soon.length === 1
      ? '1 answer is due by the next working day'
      : `${soon.length} answers are due by the next working day`;
  return {
    strong: freeWords(places),
    rest: [
      places.free && first ? `Next on the waiting list is ${first}.` : '',
      asked.length ? `${families}${soon.length ? `; ${answers}` : ''}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  };
}

function freeWords({ all, free }: PlacesNow): string {
  if (!all) return 'No places are set up yet.';
  if (!free) return `All ${all} places are taken.`;
  return free === 1 ? '1 place is free.' : `${free} places are free.`;
}
