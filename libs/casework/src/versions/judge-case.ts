import { type Runner } from '@app/database';
import { pathwayNamed } from '@app/pathways';
import { type CalendarDay, readPack } from '@app/statutory-calendar';
import { type Calendars } from '../calendars';
import { readWhole } from '../case-row';
import { historyOf } from '../history';
import { judgeLaw, type LawTo } from '../law/judge-law';
import { lawOnPathway } from '../law/law-on-pathway';
import { judgeMove, judgeSettings, type SettingsTo } from './judge-move';
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
export async function settingsOf(
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

/** What becomes of one case where the plan leads, judged from its history as it stands. */
export async function judgedCase(
  runner: Runner,
  calendars: Calendars,
  { target, reference, today }: { target: PlanTarget; reference: string; today: CalendarDay },
) {
  const { authority, toVersion } = target;
  const subject = (await readWhole(runner, authority, reference))!;
  const calendar = await calendars.forSchool(authority, subject.childUrn);
  const settings = await settingsOf(runner, target, today);
  const law = await lawOf(runner, target);
  const pathway = pathwayNamed(subject.pathway, subject.pathwayVersion);
  const rows = await historyOf(runner, subject.id);
  const verdict = law
    ? judgeLaw(pathway, law, rows, calendar)
    : settings
      ? judgeSettings(pathway, settings, rows, calendar)
      : judgeMove(pathway, pathwayNamed(subject.pathway, toVersion), rows, calendar);
  return { subject, calendar, verdict };
}
