import { isSameLimit, limitFrom } from '../limit/operators';
import { type Limit } from '../limit/limit';
import { bookEntry } from '../rules/book';
import { type ChangeFile, type PackFile, packShape } from './pack-shape';
import { coverProblems, dayProblems } from './pack-days';
import { type LawChange, type RulePack } from './rule-pack';

/** One thing that is wrong with a pack, and where. */
export interface PackProblem {
  /** 'changes 2, rule' */
  readonly where: string;
  readonly what: string;
}

/** A pack that cannot stand: everything that is wrong with it. */
export class BadRulePack extends Error {
  constructor(readonly problems: readonly PackProblem[]) {
    super(problems.map(({ where, what }) => `${where}: ${what}`).join('. '));
    this.name = 'BadRulePack';
  }
}

/** Reads a rule pack and checks it against the book. Throws BadRulePack with all that is wrong and where. */
export function readPack(file: unknown): RulePack {
  const read = packShape.safeParse(file);
  if (!read.success)
    throw new BadRulePack(
      read.error.issues.map(({ path, message }) => ({ where: placeOf(path), what: message })),
    );
  const days = dayProblems(read.data);
  if (days.length) throw new BadRulePack(days);
  const problems: PackProblem[] = [];
  const changes = read.data.changes.flatMap((change, index) => {
    const made = changeOf(read.data, change);
    if (typeof made !== 'string') return [made];
    problems.push({ where: placeOf(['changes', index]), what: made });
    return [];
  });
  if (!problems.length) problems.push(...coverProblems(read.data, changes));
  if (problems.length) throw new BadRulePack(problems);
  const { name, title, source, effectiveFrom, effectiveTo } = read.data;
  return { name, title, source, effectiveFrom, ...(effectiveTo && { effectiveTo }), changes };
}

function changeOf(pack: PackFile, change: ChangeFile): LawChange | string {
  const entry = bookEntry(change.rule);
  if (!entry) return `there is no rule ${change.rule} in the book`;
  const asked = limitAsked(change);
  if (typeof asked === 'string') return asked;
  const { name, is } = asked ?? {};
  const was = name === undefined ? undefined : entry.limits[name];
  if (is && !was)
    return `${entry.code} has no limit “${String(name)}”. It has: ${Object.keys(entry.limits).join(', ') || 'none of its own'}`;
  if (!is && !change.grounds)
    return 'it changes nothing: give an operator and a number, or grounds';
  if (is && was && isSameLimit(was, is)) return `${entry.code} counts like this already`;
  const effectiveTo = change.effectiveTo ?? pack.effectiveTo;
  const appliesBy = change.appliesBy ?? pack.appliesBy;
  if (is && was && appliesBy !== 'trigger' && [was, is].some(isInSchoolDays))
    return 'a limit in school days can only apply by its trigger: the school decides its due day';
  const cohort = cohortOf(change.cohort ?? pack.cohort);
  return {
    rule: entry.code,
    ...(is && was && name !== undefined && { limit: { name, was, is } }),
    ...(change.grounds && { grounds: change.grounds }),
    effectiveFrom: change.effectiveFrom ?? pack.effectiveFrom,
    ...(effectiveTo && { effectiveTo }),
    appliesBy,
    ...(cohort && { cohort }),
  };
}

const isInSchoolDays = ({ unit }: Limit) => unit === 'SD' || unit === 'SW';

function limitAsked({ limit = 'due', operator, number }: ChangeFile) {
  if (!operator) return number === undefined ? undefined : 'it has a number without an operator';
  try {
    return { name: limit, is: limitFrom(operator, number) };
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function cohortOf(cohort: PackFile['cohort']): LawChange['cohort'] {
  if (!cohort) return undefined;
  const { says, startedFrom, startedBefore } = cohort;
  return { says, ...(startedFrom && { startedFrom }), ...(startedBefore && { startedBefore }) };
}

function placeOf(path: readonly PropertyKey[]): string {
  const words = path.map((part) =>
    typeof part === 'number' ? String(part + 1) : `, ${String(part)}`,
  );
  const place = words.join(' ').replace(/^, /, '').replaceAll(' ,', ',');
  return place || 'the pack';
}
