/** What became of every case that was to go over, beside the plan and a picture from before. Every count but the first should be nought. */
import {
  asCorrected,
  Calendars,
  historyOf,
  pathwayNamed,
  replayed,
} from '../../bench/parts/product.mjs';
import { PATHWAY } from './living-cases.mjs';
import { clockChanges, isAsBefore, isSameBeside } from './before-and-after.mjs';

const MIGRATED = 'CASE_MIGRATED';
const movesIn = ({ types }) => types.filter((type) => type === MIGRATED).length;
const isUntouched = (before, after) => after.version === before.version + movesIn(after);

/** After the run. `moves` are the lines of the certificate, by reference. */
export async function checkMoved(statements, { before, after, moves, acknowledged }) {
  const counts = {
    moved: 0,
    person: 0,
    stayed: 0,
    changedDates: 0,
    lost: 0,
    twice: 0,
    unexplained: 0,
    otherwise: 0,
  };
  for (const [reference, old] of before) {
    const now = after.get(reference);
    const move = moves.get(reference);
    const isMoved = move?.decision === 'moves';
    counts[isMoved ? 'moved' : move ? 'person' : 'stayed'] += 1;
    const isThere = now && now.pathwayVersion === (isMoved ? 3 : old.pathwayVersion);
    if (!isThere || (isMoved && !movesIn(now))) counts.lost += 1;
    if (!now) continue;
    if (movesIn(now) > (isMoved ? 1 : 0)) counts.twice += 1;
    const isWhole = isUntouched(old, now) ? isSameBeside(old, now) : isBeginning(old, now);
    if (!isWhole) counts.otherwise += 1;
    if (isMoved) await countDates(statements, counts, { old, now, move });
    else if (isUntouched(old, now) && !isAsBefore(old, now)) counts.unexplained += 1;
  }
  counts.lost += acknowledged.filter((line) => !isKept(line, after)).length;
  return counts;
}

const isBeginning = ({ lines }, now) => lines.every((line, at) => line === now.lines[at]);

const isKept = ({ reference, version, type }, after) =>
  after.get(reference)?.types[version - 1] === type;

/** Every date that is another after going over stands in the plan, with a reason and the same two days. */
async function countDates(statements, counts, { old, now, move }) {
  const changes = isUntouched(old, now)
    ? clockChanges(old, now)
    : await replayedChanges(statements, now);
  counts.changedDates += changes.length;
  const isPlanned = ({ key, from, to, onlyDates }) =>
    onlyDates &&
    move.dates.some(
      (date) =>
        key.startsWith(`${date.code}|${date.subject}|`) &&
        date.from === from &&
        date.to === to &&
        date.because,
    );
  const unheard = move.dates.filter(
    ({ from, to }) => !changes.some((it) => it.from === from && it.to === to),
  );
  if (!changes.every(isPlanned) || unheard.length) counts.unexplained += 1;
}

/** Where people went on with a case: its clocks by its history up to the move, and with it. */
async function replayedChanges(statements, { id, types, pathwayVersion }) {
  const rows = await historyOf(statements, id);
  const at = types.indexOf(MIGRATED);
  const calendar = await new Calendars(statements).forSchool('899', '199001');
  const pathway = pathwayNamed(PATHWAY, pathwayVersion);
  const first = pathwayNamed(PATHWAY, rows[at].payload.from);
  const clocksOf = (version, lines) => ({
    clocks: replayed(version, asCorrected(lines), calendar).clocks.map(
      ({ code, subject, occurrence, dueOn, firesOn, ...rest }) => [
        `${code}|${subject}|${occurrence}`,
        dueOn,
        firesOn,
        rest,
      ],
    ),
  });
  return clockChanges(clocksOf(first, rows.slice(0, at)), clocksOf(pathway, rows.slice(0, at + 1)));
}

/** After the way back: a case that nobody went on with is as it was; the others stay. */
export function checkBack({ before, moved, after }) {
  const counts = { back: 0, stay: 0, different: 0 };
  for (const [reference, old] of before) {
    const [then, now] = [moved.get(reference), after.get(reference)];
    const isBack = now.types.at(-1) === MIGRATED && movesIn(now) === 2;
    if (isBack) counts.back += 1;
    const isToStay = movesIn(then) > 0 && then.types.at(-1) !== MIGRATED;
    if (isToStay) counts.stay += 1;
    const isRight = isToStay
      ? isAsBefore(then, now) && now.lines.length === then.lines.length
      : now.pathwayVersion === old.pathwayVersion &&
        now.lines.length === then.lines.length + movesIn(then) &&
        (!isUntouched(old, then) || isAsBefore(old, now));
    if (!isRight) counts.different += 1;
  }
  return counts;
}
