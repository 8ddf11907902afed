import { type Runner } from '@app/database';
import { type NeedsPerson, pathwayNamed } from '@app/pathways';
import { type Calendar, type CalendarDay, readPack } from '@app/statutory-calendar';
import { type HistoryRow } from '../history';
import { judgeLaw, type LawTo } from '../law/judge-law';
import { lawOnPathway } from '../law/law-on-pathway';
import { judgeMove, judgeSettings, type SettingsTo, type TakenOver } from './judge-move';
import { PlanRefused } from './plan-refused';
import { LAW, SETTINGS } from './version-plans-sql';

/** Where a plan leads the cases of a pathway. */
export interface PlanTarget {
  readonly authority: string;
  readonly pathway: string;
  readonly toVersion: number;
  /** The version of the council's settings, where it is a plan about those. */
  readonly toPolicy: number | null;
  /** The pack of law, where it is a plan about that. */
  readonly toLaw: string | null;
}

/**
 * The settings that a plan leads to; undefined for a plan to a version of the pathway.
 * @throws PlanRefused when they do not count today
 */
async function settingsOf(
  runner: Runner,
  { authority, pathway, toPolicy }: PlanTarget,
  today: CalendarDay,
): Promise<SettingsTo | undefined> {
  if (toPolicy === null) return undefined;
  const [found] = await runner.run<{ numbers: Record<string, number>; reason: string }>(
    'version-settings',
    SETTINGS,
    [authority, pathway, toPolicy, today],
  );
  if (!found)
    throw new PlanRefused(
      `Version ${toPolicy} of the settings does not count today, or is not there.`,
    );
  const { numbers, reason } = found;
  const policy = Object.keys(numbers).length ? { version: toPolicy, numbers } : null;
  return { version: toPolicy, policy, reason };
}

/** The law that a plan leads to: its pack, and those that were approved before it. */
async function lawOf(
  runner: Runner,
  { authority, pathway, toLaw }: PlanTarget,
): Promise<LawTo | undefined> {
  if (toLaw === null) return undefined;
  const rows = await runner.run<{ id: string; content: unknown }>('version-law', LAW, [
    authority,
    toLaw,
  ]);
  const packs = rows.map(({ id, content }) => ({ id, pack: readPack(content) }));
  const own = packs.find(({ id }) => id === toLaw);
  const law = lawOnPathway(
    pathwayNamed(pathway),
    packs.map(({ pack }) => pack),
  );
  if (!own || !law) throw new PlanRefused('The pack of law is not there, or changes nothing here.');
  return { pack: own.pack, law };
}

/** What a plan leads to beside a version of the pathway: read once for many cases. */
export interface Destination {
  readonly settings: SettingsTo | undefined;
  readonly law: LawTo | undefined;
}

/** @throws PlanRefused when the settings or the pack do not count */
export const destinationOf = async (
  runner: Runner,
  target: PlanTarget,
  today: CalendarDay,
): Promise<Destination> => ({
  settings: await settingsOf(runner, target, today),
  law: await lawOf(runner, target),
});

/** One case as it is judged: where it stands, and its history. */
interface Judged {
  readonly pathway: string;
  readonly fromVersion: number;
  readonly rows: readonly HistoryRow[];
  readonly calendar: Calendar;
}

/** What becomes of one case where the plan leads. A history that cannot be played again is for a person. Pure. */
export function judgedCase(
  toVersion: number,
  { settings, law }: Destination,
  { pathway: name, fromVersion, rows, calendar }: Judged,
): TakenOver | NeedsPerson {
  const pathway = pathwayNamed(name, fromVersion);
  try {
    if (law) return judgeLaw(pathway, law, rows, calendar);
    if (settings) return judgeSettings(pathway, settings, rows, calendar);
    return judgeMove(pathway, pathwayNamed(name, toVersion), rows, calendar);
  } catch (error) {
    return { needsPerson: `Its dates cannot be counted again. ${(error as Error).message}` };
  }
}
