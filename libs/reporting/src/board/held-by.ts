import { adviserWords, legOf } from '@app/casework';
import { type CalendarDay, dayAndMonth } from '@app/statutory-calendar';
import { type Adviser, ADVISERS } from '@app/pathways';
import {
  type AssessmentRow,
  type BoardClock,
  type LegKey,
  type StandingRow,
  type WaitsFor,
} from './open-assessment';

/** What holds an assessment, in words and as keys for the filter: a service or a step, never a person (correction 16). */
export interface HeldBy {
  readonly waitsFor: readonly WaitsFor[];
  readonly words: string;
}

type Asked = Pick<StandingRow, 'stage' | 'clocks' | 'awaiting' | 'ownerId' | 'dispute'> &
  Partial<Pick<AssessmentRow, 'chased'>>;

/** The leg of an open assessment. */
export const legIn = (stage: string): LegKey => legOf(stage)?.key ?? 'final';

/** Judged from the clocks that run: the same for today and for a day gone by. */
export function heldBy(asked: Asked, today: CalendarDay): HeldBy {
  const dispute = DISPUTES[asked.dispute];
  if (dispute) return { waitsFor: ['tribunal'], words: dispute };
  return IN_LEG[legIn(asked.stage)](asked, today);
}

const DISPUTES: Readonly<Record<string, string>> = {
  mediation: 'Mediation is open',
  appeal: 'An appeal is open',
};

const IN_LEG: Readonly<Record<LegKey, (asked: Asked, today: CalendarDay) => HeldBy>> = {
  decide_assess: ({ stage }) =>
    stage === 'requested'
      ? { waitsFor: ['officer'], words: 'Not on the decision panel’s list yet' }
      : { waitsFor: ['panel'], words: 'The decision whether to assess' },
  advice: heldByAdvice,
  decide_plan: () => ({ waitsFor: ['panel'], words: 'The decision on a plan' }),
  draft: ({ ownerId }) => ({
    waitsFor: ['officer'],
    words: ownerId ? 'The draft plan is being written' : 'Nobody writes the draft: no officer',
  }),
  final: heldInFinal,
};

function heldByAdvice({ clocks, chased = {}, awaiting }: Asked, today: CalendarDay): HeldBy {
  const open = running(clocks, 'advice_due');
  if (!open.length) {
    if (awaiting.includes('parent')) return { waitsFor: ['family'], words: 'The family’s views' };
    return { waitsFor: ['officer'], words: 'All advice is in; record that it is complete' };
  }
  const late = open.filter(({ dueOn }) => dueOn < today);
  const holding = (late.length ? late : open).map(({ subject }) => subject);
  return {
    waitsFor: open.map(({ subject }) => adviserOf(subject)),
    get words() {
      return `${adviceWords(holding)}${askedWords(holding, chased)}`;
    },
  };
}

function adviceWords(advisers: readonly string[]): string {
  const named = advisers.slice(0, 2).map((adviser) => adviserWords(adviser).advice);
  if (advisers.length === 1) return named.join('');
  const [first = '', second = ''] = named;
  if (advisers.length === 2) return `${first} and ${lower(second)}`;
  return `${first}, ${lower(second)} and ${advisers.length - 2} more`;
}

function askedWords(advisers: readonly string[], chased: Readonly<Record<string, number>>): string {
  const [only] = advisers;
  if (advisers.length !== 1 || !only) return '';
  const times = chased[only] ?? 0;
  if (times === 0) return '';
  return times === 1 ? ', asked for twice' : `, asked for ${times + 1} times`;
}

function heldInFinal({ stage, clocks }: Asked, today: CalendarDay): HeldBy {
  if (stage === 'draft_issued') {
    const [views] = running(clocks, 'reps_end');
    return {
      waitsFor: ['family'],
      get words() {
        return views
          ? `The family has until ${dayAndMonth(views.dueOn)} to answer`
          : 'The family’s views on the draft';
      },
    };
  }
  const unanswered = running(clocks, 'consult_due');
  if (!unanswered.length) return { waitsFor: ['officer'], words: readyWords(clocks) };
  const overdue = unanswered.filter(({ dueOn }) => dueOn < today).length;
  const schools =
    unanswered.length === 1
      ? 'A consulted school has'
      : `${unanswered.length} consulted schools have`;
  return {
    waitsFor: ['settings'],
    words:
      overdue === unanswered.length
        ? `${schools} not answered in time; you can go on without it`
        : `${schools} not answered yet`,
  };
}

function readyWords(clocks: readonly BoardClock[]): string {
  const answered = clocks.flatMap(({ code, status, endedOn }) =>
    code === 'consult_due' && status === 'met' && endedOn ? [endedOn] : [],
  );
  const last = answered.sort().at(-1);
  return last
    ? `Consultation answered ${dayAndMonth(last)}, ready to send`
    : 'The final plan, ready to be sent';
}

function running(clocks: readonly BoardClock[], code: string): BoardClock[] {
  return clocks.filter((clock) => clock.code === code && clock.status === 'open');
}

const adviserOf = (subject: string): Adviser =>
  subject in ADVISERS ? (subject as Adviser) : 'other';
const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
