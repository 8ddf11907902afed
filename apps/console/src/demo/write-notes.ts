import { type Statements } from '@app/database';
import { type Clock, londonInstant } from '@app/statutory-calendar';
import { AUTHORITY } from './authority';
import { Dice } from './dice';
import { type DemoNote } from './journey';
import { type Roster } from './people/write-people';
import { type TellingCase } from './recorder';
import { NOTES } from './texts';

const EVERY = 5;

/** Notes that belong to the stories, and a few by chance on the newest cases. */
export async function writeNotes(
  statements: Statements,
  told: readonly TellingCase[],
  { actors }: Roster,
  clock: Clock,
): Promise<void> {
  const dice = new Dice('notes');
  const now = clock.now();
  const rows = told.flatMap(({ caseId, journey }, at) => {
    const notes = journey.notes?.length
      ? journey.notes
      : at % EVERY === 0
        ? byChance(journey, dice)
        : [];
    return notes.map(({ on, by, text }) => {
      const planned = londonInstant(on, `1${dice.whole(0, 6)}:${dice.whole(10, 59)}`);
      return { caseId, author: actors.get(by)?.id, at: planned < now ? planned : now, text };
    });
  });
  await statements.run('', ADD, [AUTHORITY, JSON.stringify(rows)]);
}

function byChance({ steps, opening }: TellingCase['journey'], dice: Dice): DemoNote[] {
  const step = steps.findLast(({ by }) => by !== 'system' && by !== 'imogen') ?? opening;
  return [{ on: step.on, by: step.by, text: dice.pick(NOTES) }];
}

const ADD = `
INSERT INTO note (authority, case_id, author_id, at, text)
SELECT $1, r."caseId", r.author, r.at, r.text FROM jsonb_to_recordset($2::jsonb) AS r("caseId" uuid, author uuid, at timestamptz, text text)`;
