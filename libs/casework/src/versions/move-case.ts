import { type Actor } from '@app/access';
import { type Runner } from '@app/database';
import { isClosed, pathwayNamed } from '@app/pathways';
import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { type CaseRow } from '../case-row';
import { asCorrected, CASE_MIGRATED, type HistoryRow } from '../history';
import { derivations } from '../derivation';
import { hashOf } from '../history-hash';
import { keepAgain } from '../keep-again';
import { nextDue } from '../next-due';
import { type Play, replayed } from '../replay-history';
import { writeStep } from '../write-step';
import { type TakenOver } from './judge-move';

interface Moving {
  readonly actor: Actor;
  readonly subject: CaseRow;
  readonly calendar: Calendar;
  readonly now: Date;
  readonly today: CalendarDay;
}

/** Writes the case as the newer version sees it, with a line of history. @returns the version of that line */
export async function moveCase(
  runner: Runner,
  { verdict, ...moving }: Moving & { readonly verdict: TakenOver },
): Promise<number> {
  const { subject } = moving;
  const to = verdict.play.pathway.version;
  const { dates, settings, lawTo } = verdict;
  const payload = {
    from: subject.pathwayVersion,
    to,
    dates,
    ...(settings && { settings: settings.policy, settingsVersion: settings.version }),
    ...(lawTo && { law: lawTo.law, pack: lawTo.pack.title }),
  };
  return written(runner, moving, verdict.play, payload);
}

/** Puts a moved case back as it was. @returns false when something has happened on it since: it stays */
export async function moveCaseBack(
  runner: Runner,
  { rows, ...moving }: Moving & { readonly rows: readonly HistoryRow[] },
): Promise<boolean> {
  const { subject, calendar } = moving;
  const last = rows.at(-1);
  if (last?.type !== CASE_MIGRATED || last.payload['undone'] === true) return false;
  const pathway = pathwayNamed(subject.pathway, subject.pathwayVersion);
  const { former } = replayed(pathway, asCorrected(rows), calendar);
  if (!former) return false;
  const payload = { from: subject.pathwayVersion, to: former.pathway.version, undone: true };
  await written(runner, moving, former, payload);
  return true;
}

async function written(
  runner: Runner,
  { actor, subject, calendar, now, today }: Moving,
  { pathway, state, clocks }: Play,
  payload: Readonly<Record<string, unknown>>,
): Promise<number> {
  const { ownerId, coverId, coverUntil, restricted } = subject;
  const isWritten = await writeStep(runner, {
    pathway,
    actor,
    calendar,
    subject,
    now,
    event: { type: CASE_MIGRATED, occurredOn: today, payload, facts: {} },
    due: nextDue(clocks),
    step: { state, closed: isClosed(pathway, state), instructions: [] },
    changes: { opened: [], ended: [] },
    holders: { ownerId, coverId, coverUntil, restricted },
    commandKey: null,
    bodyHash: hashOf([subject.reference, CASE_MIGRATED, payload]),
  });
  if (!isWritten) throw new Error(`${subject.reference} changed while it was locked`);
  await keepAgain(runner, subject, clocks, {
    derive: derivations(pathway, state.context, calendar),
    forget: true,
  });
  await runner.run('version-set', SET_VERSION, [subject.id, pathway.version]);
  return subject.version + 1;
}

const SET_VERSION = 'UPDATE send_case SET pathway_version = $2 WHERE id = $1';
