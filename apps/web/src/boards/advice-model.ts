import { stateOfClock } from '@app/casework';
import { type Adviser, ADVISERS } from '@app/pathways';
import {
  ADVICE_VIEWS,
  adviceInView,
  type AdviceView,
  awaitedAdvice,
  latestFirst,
  type AwaitedAdvice,
  type OpenAssessment,
} from '@app/reporting';
import { shortDay } from '@app/statutory-calendar';
import { paths } from '../paths';
import { one } from '../safety/one-value';
import { boardHref } from './board-asked';
import { type BoardSeen } from './boards-read.service';

/** Which advice is asked for. */
export interface Wanted {
  readonly adviser: Adviser | undefined;
  readonly view: AdviceView;
}

/** Addresses of this page with something changed. */
export function hrefFor({ asked }: BoardSeen, { adviser, view }: Wanted) {
  return (more: Readonly<Record<string, string | undefined>>) =>
    boardHref(paths.board.advice, asked, { service: adviser, when: view, ...more });
}

/** How late, and which service: each with its count. */
export function tabsOf(seen: BoardSeen, wanted: Wanted, all: readonly AwaitedAdvice[]) {
  const { adviser, view } = wanted;
  const href = hrefFor(seen, wanted);
  return {
    views: (Object.keys(ADVICE_VIEWS) as AdviceView[]).map((key) => ({
      text: ADVICE_VIEWS[key],
      href: href({ when: key }),
      count: adviceInView(all, key, adviser).length,
      current: key === view,
    })),
    services: (Object.keys(ADVISERS) as Adviser[])
      .map((key) => ({
        text: ADVISERS[key],
        href: href({ service: key }),
        count: adviceInView(all, view, key).length,
        current: key === adviser,
      }))
      .filter(({ count }) => count > 0),
    allHref: href({ service: undefined }),
  };
}

/** Which advice the address asks for; what makes no sense is left out. */
export function adviceAsked(query: unknown): Wanted {
  const when = one(query, 'when');
  return {
    adviser: adviserAsked(query),
    view: when && Object.hasOwn(ADVICE_VIEWS, when) ? (when as AdviceView) : 'all',
  };
}

/** The service that is named; undefined for none that gives advice. */
export function adviserAsked(from: unknown): Adviser | undefined {
  const service = one(from, 'service');
  return service && Object.hasOwn(ADVISERS, service) ? (service as Adviser) : undefined;
}

/** All advice that is awaited, and what is asked for of it, latest first. */
export function adviceWanted({ shown, day, calendar }: BoardSeen, { adviser, view }: Wanted) {
  const all = awaitedAdvice(shown, day, calendar);
  return { all, wanted: latestFirst(adviceInView(all, view, adviser)) };
}

/** The same in words. */
export async function rowsOf(seen: BoardSeen, advice: readonly AwaitedAdvice[]) {
  const whole = await seen.inFull(advice.map(({ assessment }) => assessment));
  const byCase = new Map(whole.map((assessment) => [assessment.caseId, assessment]));
  return advice.flatMap((each) => {
    const assessment = byCase.get(each.assessment.caseId);
    const asked = { today: seen.day, calendar: seen.calendar };
    return assessment ? [adviceRow(assessment, each, asked)] : [];
  });
}

function adviceRow(
  assessment: OpenAssessment,
  { adviser, dueOn }: AwaitedAdvice,
  asked: Parameters<typeof stateOfClock>[1],
) {
  const clock = assessment.clocks.find(
    (it) => it.code === 'advice_due' && it.subject === adviser && it.status === 'open',
  );
  const state = clock ? stateOfClock(clock, asked) : undefined;
  return {
    reference: assessment.reference,
    name: assessment.name,
    href: paths.case(assessment.reference),
    officer: assessment.ownerName ?? 'No officer',
    week: assessment.week,
    service: ADVISERS[adviser],
    dueOn,
    due: shortDay(dueOn),
    state: { kind: state?.kind ?? 'none', text: state?.words ?? '' },
    chased: assessment.chased[adviser] ?? 0,
  };
}
