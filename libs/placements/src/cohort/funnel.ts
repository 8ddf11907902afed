import { type CohortChild } from './cohort-child';

/** One step from nomination to Year 7. */
export interface FunnelStep {
  readonly key: FunnelKey;
  readonly label: string;
  readonly count: number;
  /** Why it is fewer than the step before, or why it is nobody: zero is a word with its reason. */
  readonly note: string;
}

export type FunnelKey =
  | 'nominated'
  | 'screened'
  | 'moderated'
  | 'accepted'
  | 'agreed'
  | 'baseline'
  | 'handover'
  | 'arrived';

interface Rule {
  readonly key: FunnelKey;
  readonly label: string;
  readonly reached: (child: CohortChild) => boolean;
  /** What is said when nobody can have got here yet. */
  readonly later: string;
}

const beenIn =
  (...states: string[]) =>
  (child: CohortChild) =>
    states.some((state) => child.been.includes(state));
const had = (type: string) => (child: CohortChild) => child.had.includes(type);

const RULES: readonly Rule[] = [
  { key: 'nominated', label: 'Nominated', reached: () => true, later: 'Nobody is nominated yet' },
  {
    key: 'screened',
    label: 'Screened',
    reached: had('SCORE_CONFIRMED'),
    later: 'Starts when the first score is confirmed',
  },
  {
    key: 'moderated',
    label: 'Went to moderation',
    reached: beenIn('moderation'),
    later: 'Starts after screening',
  },
  {
    key: 'accepted',
    label: 'Accepted',
    reached: beenIn('accepted'),
    later: 'The panel has not accepted anybody yet',
  },
  {
    key: 'agreed',
    label: 'Family agreed',
    reached: beenIn('baseline'),
    later: 'Starts when the first family agrees',
  },
  {
    key: 'baseline',
    label: 'Baseline done',
    reached: had('BASELINE_COMPLETED'),
    later: 'Starts when the first baseline is finished',
  },
  {
    key: 'handover',
    label: 'Hand-over held',
    reached: had('HANDOVER_HELD'),
    later: 'Starts in April',
  },
  {
    key: 'arrived',
    label: 'Arrived in Year 7',
    reached: beenIn('secondary_phase'),
    later: 'Counted in September',
  },
];

/** Counts of each step and what became of those who did not go on. */
export function funnelOf(children: readonly CohortChild[]): FunnelStep[] {
  let before: readonly CohortChild[] = children;
  return RULES.map(({ key, label, reached, later }) => {
    const here = before.filter(reached);
    const lost = before.filter((child) => !reached(child));
    before = here;
    return { key, label, count: here.length, note: here.length ? fatesOf(lost, key) : later };
  });
}

/** The children that reached a step. */
export function reachedStep(children: readonly CohortChild[], key: string): CohortChild[] {
  const last = RULES.findIndex((rule) => rule.key === key);
  return children.filter((child) => RULES.slice(0, last + 1).every((rule) => rule.reached(child)));
}

function fatesOf(children: readonly CohortChild[], step: FunnelKey): string {
  const counts = new Map<string, number>();
  for (const child of children) {
    const fate = fateOf(child, step);
    counts.set(fate, (counts.get(fate) ?? 0) + 1);
  }
  return [...counts].map(([fate, count]) => `${count} ${fate}`).join(', ');
}

const UNDER_WAY: Readonly<Record<string, string>> = {
  nominated: 'not looked at yet',
  screening: 'being screened',
  moderation: 'waiting for the panel',
  waitlisted: 'on the waiting list',
  accepted: 'not answered yet',
  baseline: 'under way',
  primary_phase: 'still to come',
  handed_over: 'still to come',
  summer_bridge: 'still to come',
  not_arrived: 'not arrived',
};

function fateOf({ work, state, open }: CohortChild, step: FunnelKey): string {
  const under = UNDER_WAY[work];
  if (open && under) return under;
  if (work === 'universal_offer')
    return step === 'moderated' ? 'given the universal offer' : 'declined';
  if (work === 'declined_by_family')
    return state.context['reasonCode'] === 'NO_RESPONSE' ? 'gave no answer' : 'said no';
  if (work === 'specialist_destination') return 'going to a special school';
  return open ? 'further on without it' : 'left';
}
