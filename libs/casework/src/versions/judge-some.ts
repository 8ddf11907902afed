import { type Runner } from '@app/database';
import { needsPerson, type NeedsPerson } from '@app/pathways';
import { type Calendars } from '../calendars';
import { historiesOf } from '../history';
import { type Destination, judgedCase, type PlanTarget } from './judge-case';
import { type TakenOver } from './judge-move';
import { CASES, JUDGED } from './version-plans-sql';

interface CaseToJudge {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly fromVersion: number;
  readonly urn: string | null;
}

interface Asked {
  readonly plan: PlanTarget & { readonly id: string; readonly lawName: string | null };
  readonly to: Destination;
  readonly wanted: number;
}

/** Judges the next open cases of a plan, read together and kept together. @returns how many there were */
export async function judgeSome(
  runner: Runner,
  calendars: Calendars,
  { plan, to, wanted }: Asked,
): Promise<number> {
  const { id, authority, pathway, toVersion, lawName } = plan;
  const settings = to.settings ? (to.settings.policy?.version ?? 0) : null;
  const values = [id, authority, pathway, toVersion, settings, lawName, wanted];
  const cases = await runner.run<CaseToJudge>('version-cases', CASES, values);
  if (!cases.length) return 0;
  const caseIds = cases.map((it) => it.id);
  const histories = await historiesOf(runner, caseIds);
  const judged = [];
  for (const { id: caseId, fromVersion, urn } of cases) {
    const calendar = await calendars.forSchool(authority, urn);
    const rows = histories.get(caseId) ?? [];
    const verdict = judgedCase(toVersion, to, { pathway, fromVersion, rows, calendar });
    judged.push({ id: caseId, fromVersion, ...asKept(verdict) });
  }
  await runner.run('version-judged', JUDGED, [id, JSON.stringify(judged)]);
  return cases.length;
}

/** A verdict as the plan keeps it. */
function asKept(verdict: TakenOver | NeedsPerson) {
  if (needsPerson(verdict)) return { decision: 'person', why: verdict.needsPerson, dates: [] };
  const { excusable, dates } = verdict;
  return { decision: 'moves', why: excusable?.join(' ') ?? null, dates };
}
