import { type Actor } from '@app/access';
import { FeedImport, type FeedKind, NightlyRules } from '@app/attendance';
import { type Calendars, CaseworkService } from '@app/casework';
import { type Statements } from '@app/database';
import { openTasks } from '@app/letters';
import { type Calendar, type Clock, termsOf } from '@app/statutory-calendar';
import { AUTHORITY } from '../authority';
import { Dice } from '../dice';
import { type Roster } from '../people/write-people';
import { SchoolTime } from '../y6/school-time';
import { DATA_STORIES, type DataStory } from './cast';
import {
  type FeedPupil,
  type PupilStory,
  sessionFile,
  summaryFile,
  suspensionFile,
} from './feed-files';

interface Around {
  readonly statements: Statements;
  readonly clock: Clock;
  readonly calendars: Calendars;
  readonly office: Calendar;
  readonly roster: Roster;
}

const WHO_LOADS = 'priya';

/** What schools sent, brought in as a person would, and a night of the rules over it. */
export async function writeFeeds({
  statements,
  clock,
  calendars,
  office,
  roster,
}: Around): Promise<void> {
  const actor = roster.actors.get(WHO_LOADS);
  if (!actor) return;
  const time = new SchoolTime(clock.today(), office);
  const pupils = castOf(await statements.run<Candidate>('', CANDIDATES, [AUTHORITY]));
  const feeds = new FeedImport(statements, clock, calendars);
  await load(feeds, actor, 'attendance_sessions', sessionFile(pupils, time, new Dice('registers')));
  await load(feeds, actor, 'attendance_summary', summaryFile(pupils, termBefore(office, clock)));
  await load(feeds, actor, 'suspensions', suspensionFile(pupils, time));
  const rules = new NightlyRules(
    statements,
    clock,
    calendars,
    new CaseworkService(statements, clock, calendars),
  );
  await rules.run(AUTHORITY);
  await openTasks(statements, await rules.tasks(AUTHORITY));
}

async function load(feeds: FeedImport, actor: Actor, kind: FeedKind, bytes: Buffer): Promise<void> {
  const { fileId } = await feeds.receive(actor, kind, bytes);
  await feeds.check(fileId);
  await feeds.begin(actor, fileId);
  await feeds.commit(actor, fileId);
}

/** The term before this one, as a school writes it: 2025/26 Summer. */
function termBefore({ terms }: Calendar, clock: Clock): string {
  const begun = termsOf(terms ?? { name: '', terms: [], inset: [] }).filter(
    ({ blocks }) => (blocks[0]?.[0] ?? '') <= clock.today(),
  );
  const { schoolYear = 2025, season = 'summer' } = begun.at(-2) ?? {};
  return `${schoolYear}/${String((schoolYear + 1) % 100).padStart(2, '0')} ${season}`;
}

interface Candidate extends FeedPupil {
  [column: string]: unknown;
  phase: string;
  isKnownToCare: boolean;
}

/** Gives each story its children; nobody is in two. */
function castOf(candidates: readonly Candidate[]): PupilStory[] {
  const left = [...candidates];
  return DATA_STORIES.flatMap((story) =>
    Array.from({ length: story.count }).flatMap(() => {
      const at = left.findIndex((it) => fits(it, story));
      const [pupil] = at < 0 ? [] : left.splice(at, 1);
      return pupil ? [{ upn: pupil.upn, dob: pupil.dob, laestab: pupil.laestab, story }] : [];
    }),
  );
}

function fits({ phase, isKnownToCare }: Candidate, { who }: DataStory): boolean {
  if (who === 'with_support') return isKnownToCare;
  if (isKnownToCare) return false;
  return who === 'any' || phase.toLowerCase() === who;
}

/** Children of compulsory school age at schools that keep the council’s dates, those of the weekly meeting among them. */
const CANDIDATES = `
SELECT k.upn, k.dob, s.laestab, s.phase, k.sen_provision = 'E' OR k.care_status IN ('cla', 'cp', 'cin') AS "isKnownToCare"
FROM child k JOIN school s ON s.authority = k.authority AND s.urn = k.urn
WHERE k.authority = $1 AND k.upn IS NOT NULL AND s.calendar_id IS NULL AND s.phase IN ('Primary', 'Secondary')
  AND k.nc_year ~ '^([1-9]|1[01])$' AND NOT k.restricted
  AND NOT EXISTS (SELECT FROM send_case c WHERE c.child_id = k.id
    AND c.stage IN ('closed_deceased', 'transferred_out', 'closed_ehe', 'permanently_excluded'))
ORDER BY md5(k.upn)`;
