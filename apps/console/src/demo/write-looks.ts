import { AccessLog } from '@app/access';
import { type Statements } from '@app/database';
import { addDays, type Clock, FixedClock, londonInstant } from '@app/statutory-calendar';
import { Dice } from './dice';
import { type Roster } from './people/write-people';
import { type TellingCase } from './recorder';

const LOOKED_AT = 24;

/** Who looked at which record in the last days, so that “Who has looked” is not empty. */
export async function writeLooks(
  statements: Statements,
  told: readonly TellingCase[],
  { actors }: Roster,
  clock: Clock,
): Promise<void> {
  const dice = new Dice('looks');
  for (const { caseId, journey } of told
    .filter(({ journey: { notes } }) => notes?.length)
    .slice(0, LOOKED_AT)) {
    const holder = journey.steps.findLast(({ by }) => by !== 'system')?.by ?? journey.opening.by;
    for (const [key, relation] of [
      ['marguerite', 'authority'],
      [holder, 'owner'],
    ] as const) {
      const day = addDays(clock.today(), -dice.whole(1, 6));
      const at = new FixedClock(londonInstant(day, `1${dice.whole(0, 5)}:${dice.whole(10, 59)}`));
      const actor = actors.get(key);
      if (actor)
        await new AccessLog(statements, at).looked(actor, {
          action: 'viewed',
          caseId,
          page: 'case',
          relation,
        });
    }
  }
}
