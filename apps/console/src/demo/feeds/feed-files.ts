import { type CalendarDay } from '@app/statutory-calendar';
import { type Dice } from '../dice';
import { type SchoolTime } from '../y6/school-time';
import { type DataStory, type DemoLine } from './cast';

/** A pupil of the feeds. */
export interface FeedPupil {
  readonly upn: string;
  readonly dob: CalendarDay;
  readonly laestab: string;
}

/** A pupil and what happened. */
export interface PupilStory extends FeedPupil {
  readonly story: DataStory;
}

/** School days for which codes are sent: the older terms come as figures. */
const DAYS_OF_CODES = 45;

const file = (rows: readonly (readonly string[])[]) =>
  Buffer.from(rows.map((cells) => cells.join(',')).join('\r\n'));

const spanOf = ({ ago, days }: DemoLine, time: SchoolTime) => ({
  start: time.back(ago),
  end: time.back(Math.max(0, ago - Math.ceil(days) + 1)),
});

/** Suspensions and exclusions, with three rows that a school must put right and a pupil whom nobody knows. */
export function suspensionFile(pupils: readonly PupilStory[], time: SchoolTime): Buffer {
  const rows = pupils.flatMap(({ laestab, upn, dob, story }) =>
    story.lines.map((line) => {
      const { start, end } = spanOf(line, time);
      const { category = 'SUSP', days } = line;
      const lasts = category === 'SUSP' || category === 'INTR';
      return [
        laestab,
        upn,
        dob,
        category,
        start,
        lasts ? String(days * 2) : '',
        lasts ? end : '',
        'DB',
      ];
    }),
  );
  const [some] = pupils;
  const day = time.back(2);
  const wrong = some
    ? [
        [some.laestab, some.upn, some.dob, 'SUSP', day, '2', time.back(4), 'DB'],
        [some.laestab, `A${some.upn.slice(1)}`, some.dob, 'SUSP', day, '2', day, 'DB'],
        ['8990001', some.upn, some.dob, 'SUSP', day, '2', day, 'DB'],
        [some.laestab, '', '2012-02-29', 'SUSP', day, '2', day, 'DB', 'Ashby-Nowhere', 'Robin'],
      ]
    : [];
  const head = [
    'LAESTAB',
    'UPN',
    'DOB',
    'Category',
    'Start date',
    'Sessions',
    'End date',
    'Reason 1',
    'Surname',
    'Forename',
  ];
  return file([head, ...rows, ...wrong]);
}

/** Codes of the last weeks; on suspended days nobody is marked present. */
export function sessionFile(pupils: readonly PupilStory[], time: SchoolTime, dice: Dice): Buffer {
  const days = Array.from({ length: DAYS_OF_CODES }, (_, at) => time.back(DAYS_OF_CODES - at));
  const rows = pupils.flatMap(({ laestab, upn, dob, story }) => {
    const spans = story.lines
      .filter(({ category }) => category === undefined)
      .map((line) => spanOf(line, time));
    return days.flatMap((day) =>
      ['AM', 'PM'].map((session) => {
        const isOut = spans.some(({ start, end }) => start <= day && day <= end);
        const code = isOut ? 'E' : dice.isLucky(story.away) ? dice.pick(['I', 'O', 'M']) : '/';
        return [laestab, upn, dob, day, session, code];
      }),
    );
  });
  return file([['LAESTAB', 'UPN', 'DOB', 'Date', 'Session', 'Code'], ...rows]);
}

/** Figures of an older term. */
export function summaryFile(pupils: readonly PupilStory[], term: string): Buffer {
  const rows = pupils.map(({ laestab, upn, story }) => [
    laestab,
    upn,
    term,
    '110',
    String(Math.round(Math.min(story.away, 0.12) * 110)),
    '0',
  ]);
  return file([['LAESTAB', 'UPN', 'Term', 'Possible', 'Authorised', 'Unauthorised'], ...rows]);
}
