import { type EventDefinition } from '@app/pathways';
import { type Restatement } from '@app/reporting';
import { type CalendarDay, londonDay, plainDay, shortDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** A correction or a late entry in words; `events` are those of the pathway that it belongs to. */
export function correctedRow(
  { reference, name, recordedAt, by, type, wasOn, isOn, reason }: Restatement,
  events: Readonly<Record<string, EventDefinition>>,
) {
  const what = events[type]?.happened ?? events[type]?.title ?? 'A step';
  const moved = wasOn !== null && wasOn !== isOn;
  return {
    name,
    reference,
    href: paths.case(reference),
    what,
    how:
      wasOn === null
        ? `Recorded late. It happened on ${plainDay(isOn)}`
        : moved
          ? `The day was ${plainDay(wasOn)}; it is ${plainDay(isOn)}`
          : `What was recorded for ${plainDay(isOn)} was put right`,
    reason,
    when: shortDay(londonDay(recordedAt)),
    by,
  };
}

/** Whether an entry is about that day or one before it. */
export const concerns = ({ isOn, wasOn }: Restatement, day: CalendarDay) =>
  isOn <= day || (wasOn !== null && wasOn <= day);

/** A figure as it was shown and as it is known now, with the list of what is counted now. */
export const thenAndNow = (label: string, was: number, is: number, href?: string) => ({
  label,
  href: is ? href : undefined,
  then: was,
  now: is,
  difference: is === was ? 'None' : `${is > was ? '+' : '−'}${Math.abs(is - was)}`,
});
