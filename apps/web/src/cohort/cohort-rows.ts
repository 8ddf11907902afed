import { stateOfClock } from '@app/casework';
import { pathwayNamed, possibilities, type Reason } from '@app/pathways';
import { clockLine, type CohortChild, type Looking, nextClock } from '@app/placements';
import { shortDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** One row of the list of children, in words. */
export interface CohortRow {
  readonly reference: string;
  readonly name: string;
  readonly href: string;
  readonly from: string;
  readonly to: string;
  /** Only what the primary school expects so far. */
  readonly isExpected: boolean;
  readonly step: string;
  readonly blocked: string | undefined;
  readonly score: number | null;
  readonly scoreHref: string;
  readonly support: string;
  readonly worker: string;
  readonly nextDate: string;
  readonly nextLine: string;
  readonly isLate: boolean;
}

const pathway = pathwayNamed('y6_transition');
const BANDS: Readonly<Record<string, string>> = {
  intensive: 'Intensive',
  targeted: 'Targeted',
  indirect: 'School-led',
};
/** What the row says already: the family is waited for, nobody has the case. */
const SAID_ALREADY = ['agreementGiven', 'hasWorker'];

/** The row of one child. */
export function cohortRow(child: CohortChild, looking: Looking): CohortRow {
  const next = nextClock(child);
  const state = next && stateOfClock({ ...LOCAL, dueOn: next.dueOn }, looking);
  return {
    reference: child.reference,
    name: child.name,
    href: paths.case(child.reference),
    from: child.fromSchool ?? 'No school',
    to: child.toSchool ?? 'No school yet',
    isExpected: child.toSchool !== null && !child.hasSchool,
    step: stepWords(child),
    blocked: blockedWords(child, looking),
    score: child.score,
    scoreHref: paths.year6.score(child.reference),
    support: BANDS[child.band ?? ''] ?? '',
    worker: child.workerName ?? (child.placeNumber === null ? '' : 'Nobody yet'),
    nextDate: next && child.open ? shortDay(next.dueOn) : '',
    nextLine: next && state && child.open ? `${clockLine(next)}, ${state.words}` : '',
    isLate: state?.kind === 'late',
  };
}

const LOCAL = { basis: 'local', rule: null, sends: null, status: 'open', endedOn: null } as const;

/** Lists have room for a word; the case has the whole of it. */
const SHORT: Readonly<Record<string, string>> = {
  primary_phase: 'Visits',
  secondary_phase: 'Check-ins',
  universal_offer: 'Not taken on',
  escalated: 'Handed on',
};

/** Where a case stands, in few words. */
function stepWords({ work }: Pick<CohortChild, 'work'>): string {
  return SHORT[work] ?? pathway.copy.states['work']?.[work] ?? work;
}

/** Why the step that is due next cannot be done now; undefined when it can, or when nothing is due. */
function blockedWords(child: CohortChild, { today }: Looking): string | undefined {
  const next = nextClock(child);
  const event = pathway.clocks.find(({ code }) => code === next?.code)?.doneBy;
  if (!child.open || !next || !event) return undefined;
  const [found] = possibilities(pathway, child.state, { occurredOn: today, facts: FACTS }, [event]);
  const reason = found?.reasons.find(({ guard }) => !SAID_ALREADY.includes(guard));
  return reason && wordsOf(reason);
}

/** What a list cannot look up for each row is taken as given: the case page looks. */
const FACTS = {
  identityKnown: true,
  contactExists: true,
  placeAvailable: true,
  topOfList: true,
  withinCaseload: true,
  onRollAtDestination: true,
  stillYear7: true,
};

function wordsOf({ text, missing }: Reason): string {
  const who = missing[0]?.who;
  return who ? `${text}. ${who} can supply it` : text;
}
