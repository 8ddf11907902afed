import { type LawInForce, type Pathway } from '@app/pathways';
import {
  type Calendar,
  GROUNDS,
  type LawChange,
  plainDay,
  reaches,
  type RulePack,
} from '@app/statutory-calendar';
import { asCorrected, type HistoryRow } from '../history';
import { type Play, replayed, underLaw } from '../replay-history';
import { changesBetween, type TakenOver } from '../versions/judge-move';

/** Changed law that a case is taken over to: the pack, and all that the law then changes on the pathway. */
export interface LawTo {
  readonly pack: RulePack;
  readonly law: LawInForce;
}

/** What becomes of one case under changed law: what is met or over keeps its date; running clocks count by what reaches them. Pure. */
export function judgeLaw(
  pathway: Pathway,
  to: LawTo,
  rows: readonly HistoryRow[],
  calendar: Calendar,
): TakenOver {
  const before = replayed(pathway, asCorrected(rows), calendar);
  const play = underLaw(before, to.law, calendar);
  const because = `${to.pack.title} (${to.pack.source})`;
  const dates = changesBetween(before.clocks, play.clocks).map((it) => ({ ...it, because }));
  const excusable = newGrounds(play, to.pack);
  return { play, dates, lawTo: to, ...(excusable.length && { excusable }) };
}

/** The event that records a lawful reason for delay. */
const CLAIM = 'EXCEPTION_CLAIMED';

/** Running limits that the pack gives a ground for being late. */
function newGrounds({ pathway, clocks }: Play, { changes }: RulePack): string[] {
  return clocks
    .filter(({ status }) => status === 'open')
    .flatMap((clock) => {
      const rule = pathway.clocks.find(({ code }) => code === clock.code);
      const grounds = changes.filter(
        (change) => change.grounds && clock.rule === change.rule && reaches(change, clock),
      );
      return grounds.map(
        (change) =>
          `${rule?.label ?? clock.code}, due ${plainDay(clock.dueOn)}: ${inWords(change, pathway)}`,
      );
    });
}

/** What may be excused, and where to record that. */
const inWords = ({ grounds = [] }: LawChange, { events }: Pathway) =>
  [
    'may be excused.',
    ...grounds.map((ground) => GROUNDS[ground].says),
    CLAIM in events
      ? 'Record it as a reason that newer law gives.'
      : 'Write it on the case: there is no form for it here.',
  ].join(' ');
