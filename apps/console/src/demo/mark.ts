import { type Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { AUTHORITY } from './authority';

/** How far the demonstration is, kept in the settings of its authority. */
export interface DemoMark {
  readonly state: 'loading' | 'loaded';
  /** The day that the demonstration took for today. */
  readonly loadedFor: CalendarDay;
}

export const markOf = (state: DemoMark['state'], loadedFor: CalendarDay): DemoMark => ({
  state,
  loadedFor,
});

/** Says how far the demonstration is. */
export async function setMark(statements: Statements, mark: DemoMark): Promise<void> {
  await statements.run('', SET, [AUTHORITY, JSON.stringify(mark)]);
}

/** What authorities this database has. */
export interface Installation {
  readonly code: string;
  readonly name: string;
  readonly isDemo: boolean;
  /** Null for a real authority, and for a demonstration that was begun by a version without a mark. */
  readonly mark: DemoMark | null;
}

/** Every authority of this database; none where it is empty. */
export function installations(statements: Statements): Promise<Installation[]> {
  return statements.run<Installation & Record<string, unknown>>('', READ, []);
}

const SET = `UPDATE authority SET settings = jsonb_set(settings, '{demo}', $2::jsonb) WHERE code = $1 AND is_demo`;

const READ = `SELECT code, name, is_demo AS "isDemo", settings->'demo' AS mark FROM authority ORDER BY code`;
