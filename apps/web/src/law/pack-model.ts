import { type LawDifference, type LoadedPack } from '@app/casework';
import { pathwayNamed } from '@app/pathways';
import {
  type CalendarDay,
  GROUNDS,
  type LawChange,
  plainDay,
  statusOf,
} from '@app/statutory-calendar';
import { type BoardFile } from '../boards/board-file';
import { paths } from '../paths';
import { inWords } from './rule-model';

const DECISIONS = { approved: 'Approved', refused: 'Refused' } as const;
const REACHES = {
  trigger: 'limits that start in that time',
  due: 'limits that fall due in that time',
  event: 'limits whose act is still to come when it begins',
} as const;

/** A pack as the list of packs shows it. */
export const packRow = ({ id, pack, proposedBy, proposedAt, decision, decidedBy }: LoadedPack) => ({
  href: paths.law.pack(id),
  title: pack.title,
  source: pack.source,
  stands: span(pack.effectiveFrom, pack.effectiveTo),
  loadedBy: proposedBy,
  loadedAt: proposedAt,
  decision: decision ? `${DECISIONS[decision]} by ${decidedBy ?? ''}` : 'Waits for a decision',
});

/** What one pack says, rule by rule. */
export const changeRow = (change: LawChange) => ({
  rule: change.rule,
  href: paths.law.rule(change.rule),
  from: change.limit ? inWords(change.limit.was) : '',
  to: change.limit ? inWords(change.limit.is) : '',
  grounds: (change.grounds ?? []).map((ground) => GROUNDS[ground].says).join(' '),
  when: span(change.effectiveFrom, change.effectiveTo),
  reaches: [REACHES[change.appliesBy], change.cohort?.says].filter(Boolean).join('; '),
});

/** What an approved pack says of one rule. */
export function changesOf({ id, pack, decision }: LoadedPack, code: string) {
  if (decision !== 'approved') return [];
  return pack.changes
    .filter(({ rule }) => rule === code)
    .map((change) => ({ ...changeRow(change), title: pack.title, href: paths.law.pack(id) }));
}

const span = (from: CalendarDay, to?: CalendarDay) =>
  to ? `${plainDay(from)} to ${plainDay(to)}` : `from ${plainDay(from)}`;

/** Every date that would move and every ground that would open, one row each. */
export function differenceRows(differences: readonly LawDifference[], today: CalendarDay) {
  return differences.flatMap(({ reference, pathway, decision, why, dates }) => {
    const seen = { reference, href: paths.case(reference) };
    const moves = dates.map(({ code, from, to, because }) => ({
      ...seen,
      what: labelOf(pathway, code),
      from: from ? plainDay(from) : 'Not there',
      to: to ? plainDay(to) : 'Not there',
      status: statusMoves(from, to, today),
      why: because,
    }));
    if (!why) return moves;
    const words = decision === 'person' ? `A person must look: ${why}` : why;
    return [...moves, { ...seen, what: 'Grounds', from: '', to: '', status: '', why: words }];
  });
}

/** The same as a file: one line a date, to keep beside the decision. */
export function differenceFile(name: string, differences: readonly LawDifference[]): BoardFile {
  return {
    name: `${name.toLowerCase()}-cases`,
    headings: ['Case', 'What', 'Was', 'Is', 'Why', 'Taken over'],
    rows: differences.flatMap(({ reference, pathway, why, dates, moved }) => {
      const over = moved ? 'Yes' : 'No';
      return [
        ...dates.map(({ code, from, to, because }) => [
          reference,
          labelOf(pathway, code),
          from && { day: from },
          to && { day: to },
          because,
          over,
        ]),
        ...(why ? [[reference, 'Grounds', null, null, why, over]] : []),
      ];
    }),
  };
}

function labelOf(pathway: string, code: string): string {
  return pathwayNamed(pathway).clocks.find((clock) => clock.code === code)?.label ?? code;
}

const STATUS = { open: 'in time', due_today: 'due today', overdue: 'overdue' } as const;

/** 'in time, then overdue' where the new day changes how it stands. */
function statusMoves(from: CalendarDay | null, to: CalendarDay | null, today: CalendarDay): string {
  const [was, is] = [from, to].map((dueOn) => {
    const status = dueOn ? statusOf({ dueOn, today }) : undefined;
    return status && status in STATUS ? STATUS[status as keyof typeof STATUS] : '';
  });
  return was === is ? '' : `${was ?? ''}, then ${is ?? ''}`;
}
