import { addDays, type CalendarDay } from '@app/statutory-calendar';

/** The lines of a package that starts on a day: one of them ends soon, the others run on. */
export function packageLines(startsOn: CalendarDay, today: CalendarDay) {
  const from = startsOn < today ? startsOn : addDays(today, 7);
  const line = (provider: string, kind: string, hours: number, cost: number, runsOn: number) => ({
    provider,
    kind,
    hours,
    cost,
    startsOn: from,
    endsOn: addDays(today, runsOn),
    isChecked: true,
  });
  return [
    line('Fen Tutors', 'tuition', 10, 42_000, 160),
    line('Harbour Therapies', 'therapy', 1.5, 13_500, 18),
    line('Millrace Workshop', 'activity', 3, 9_600, 110),
  ];
}
