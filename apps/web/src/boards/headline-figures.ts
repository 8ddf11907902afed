import {
  countsOf,
  type Holding,
  type LegKey,
  mostHeldBy,
  type PlanTally,
  type StandingAssessment,
  type Timeliness,
  timelinessOf,
  type WaitsFor,
} from '@app/reporting';
import { adviserWords } from '@app/casework';
import { ADVISERS } from '@app/pathways';
import { paths } from '../paths';
import { boardHref } from './board-asked';
import { type BoardSeen } from './boards-read.service';

/** The five figures at the head, each with its definition and the list behind it. */
export function headFigures({ all, asked }: BoardSeen, plans: readonly PlanTally[]) {
  const { on } = asked;
  const counts = countsOf(all);
  const share = (part: number) =>
    counts.open ? `${((part / counts.open) * 100).toFixed(1)}%` : '';
  const list = (status?: string) => boardHref(paths.board.list, { filter: {}, on }, { status });
  return [
    {
      label: 'Open assessments',
      big: String(counts.open),
      href: list(),
      aside: '',
      means: 'Requests received, no final plan or refusal yet',
    },
    {
      label: 'Breached now',
      big: String(counts.breached),
      href: list('breached'),
      aside: counts.open ? `${share(counts.breached)} of open` : '',
      means: breachedWords(all),
    },
    {
      label: 'At risk',
      big: String(counts.at_risk),
      href: list('at_risk'),
      aside: share(counts.at_risk),
      means: 'Past the usual weeks for the leg, or under 5 working days left',
    },
    timelinessFigure('Sent within 20 weeks', timelinessOf(plans), {
      on,
      means: 'Plans issued in 12 months. Excused late plans count as late',
    }),
    withoutExceptions(plans, on),
  ];
}

function breachedWords(all: readonly StandingAssessment[]): string {
  const excused = all.filter(({ state }) => state?.kind === 'excused').length;
  const words = 'The 6-week or the 20-week date has passed';
  if (!excused) return words;
  return `${words}. ${excused} of them ${excused === 1 ? 'has' : 'have'} a lawful reason`;
}

function withoutExceptions(plans: readonly PlanTally[], on: string | undefined) {
  const counted = plans.filter(({ exception }) => !exception);
  const left = timelinessOf(plans).sent - timelinessOf(counted).sent;
  const means =
    left === 1
      ? '1 plan with a lawful exception left out'
      : `${left} plans with a lawful exception left out`;
  return timelinessFigure('The same, without exceptions', timelinessOf(counted), {
    on,
    means,
    except: 'out',
  });
}

function timelinessFigure(
  label: string,
  { sent, inTime, share }: Timeliness,
  { on, means, except }: { on: string | undefined; means: string; except?: string },
) {
  const href = (time?: string) =>
    boardHref(paths.board.plans, { filter: {}, on }, { time, except });
  if (share === null)
    return {
      label,
      big: 'None',
      href: href(),
      aside: '',
      means: `No plan was sent in these 12 months. ${means}`,
    };
  return {
    label,
    big: `${share.toFixed(1)}%`,
    href: href('in'),
    aside: `${inTime} of`,
    asideLink: { text: String(sent), href: href() },
    means,
  };
}

/** The sentence under the title. */
export function boardLead({ all }: BoardSeen): string {
  const { open, breached } = countsOf(all);
  if (!open) return 'No assessment is open. A request that is received appears here at once.';
  if (!breached)
    return `No legal date has passed in ${open} open ${open === 1 ? 'assessment' : 'assessments'}.`;
  const most = mostHeldBy(all);
  const of =
    open === 1
      ? 'The open assessment is'
      : `${breached} of ${open} open assessments ${breached === 1 ? 'is' : 'are'}`;
  return `${of} past a legal date. ${most ? holdingWords(most) : ''}`.trim();
}

function holdingWords({ waitsFor, leg }: Holding): string {
  if (waitsFor in ADVISERS && waitsFor !== 'parent')
    return `${adviserWords(waitsFor).advice} holds up the most.`;
  return `The largest group waits for ${AWAITED[waitsFor] ?? STEPS[leg]}.`;
}

const AWAITED: Readonly<Partial<Record<WaitsFor, string>>> = {
  family: 'the family',
  parent: 'the family',
  settings: 'schools that were consulted',
  tribunal: 'mediation or the Tribunal',
};

const STEPS: Readonly<Record<LegKey, string>> = {
  decide_assess: 'the decision whether to assess',
  advice: 'advice to be marked complete',
  decide_plan: 'the decision on a plan',
  draft: 'a draft plan',
  final: 'the final plan to be sent',
};
