import { type BoardFile } from '../boards/board-file';
import { type forecastRow } from './forecast-row';

const HEADINGS = [
  'Case',
  'Child',
  'Officer',
  'Leg',
  'Date in law',
  'Due',
  'Chance of missing it (of 100)',
  'At least',
  'At most',
  'Likely done from',
  'Likely done by',
  'What drives it',
  'How long it takes',
  'What would help most',
  'What that would do',
];

/** The rows of a list as a file. */
export function fileOf(name: string, rows: readonly ReturnType<typeof forecastRow>[]): BoardFile {
  const day = (on: string | undefined) => (on ? { day: on } : null);
  return {
    name,
    headings: HEADINGS,
    rows: rows.map((it) => [
      it.reference,
      it.name,
      it.officer,
      it.leg,
      it.asked,
      day(it.dueOn),
      it.chance,
      it.low,
      it.high,
      day(it.early),
      day(it.late),
      it.driver ?? 'Not enough finished cases to say',
      it.usual,
      it.action,
      it.effect,
    ]),
  };
}
