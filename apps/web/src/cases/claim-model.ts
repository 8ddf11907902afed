import { type OpenedCase } from '@app/casework';
import { addDays, longDay } from '@app/statutory-calendar';

/** The dates beside a claim of a lawful reason: what the law tests, on this case. */
export function claimModel({ file }: OpenedCase) {
  const received = file.openedOn;
  const end = (weeks: number) => longDay(addDays(received, 7 * weeks));
  return {
    tests: [
      {
        ground: 'School or early years setting closed',
        needs:
          'It was closed for 28 days or more, and was asked for advice between one week before it closed and one week before it reopens. Give all three dates.',
      },
      {
        ground: 'Family away',
        needs: `28 days or more in a row, all inside the limit that it excuses: from ${longDay(received)}, for the 20 weeks to ${end(20)}. For an adviser, inside their own 6 weeks. For a date of a Tribunal order, 14 days are enough. Give the first and the last day away.`,
      },
      {
        ground: 'Exceptional personal circumstances',
        needs:
          'They affected the child or the parent in that time and caused the delay. Workload, staffing and panel dates are not within the words of the law.',
      },
      {
        ground: 'Family wants more time',
        needs:
          'Excuses a date of a Tribunal order only. The family asked, after its 15 days on the draft, to give views, to meet or for a school to be named. Give the day it asked.',
      },
      {
        ground: 'A reason that newer law gives',
        needs:
          'Only where changed law adds one for the date: say which, and give what it asks for, its dates or the words.',
      },
      {
        ground: 'Missed appointment',
        needs:
          'Excuses the adviser’s 6 weeks only. Say whose appointment it was, and its date inside their 6 weeks.',
      },
    ],
    received: longDay(received),
    weeks: [6, 16, 20].map((weeks) => ({ weeks, end: end(weeks) })),
  };
}
