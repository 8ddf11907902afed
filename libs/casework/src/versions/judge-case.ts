import { type Runner } from '@app/database';
import { pathwayNamed } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { type Calendars } from '../calendars';
import { readWhole } from '../case-row';
import { historyOf } from '../history';
import { judgeMove, judgeSettings, type SettingsTo } from './judge-move';
import { PlanRefused } from './plan-refused';
import { SETTINGS } from './version-plans-sql';

/** Where a plan leads the cases of a pathway. */
export interface PlanTarget {
  readonly authority: string;
  readonly pathway: string;
  readonly toVersion: number;
  /** The version of the council's settings, where it is a plan about those. */
  readonly toPolicy: number | null;
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
  const pathway = pathwayNamed(subject.pathway, subject.pathwayVersion);
  const rows = await historyOf(runner, subject.id);
  const verdict = settings
    ? judgeSettings(pathway, settings, rows, calendar)
    : judgeMove(pathway, pathwayNamed(subject.pathway, toVersion), rows, calendar);
  return { subject, calendar, verdict };
}
