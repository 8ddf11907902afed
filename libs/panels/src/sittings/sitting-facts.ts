import { type Runner } from '@app/database';
import { londonTime } from '@app/statutory-calendar';
import { type SittingFacts } from '../documents/models';
import { type Sitting } from './sitting';

/** What stands at the head of every paper of a sitting. */
export async function sittingFacts(runner: Runner, sitting: Sitting): Promise<SittingFacts> {
  const [council] = await runner.run<{ name: string; isDemo: boolean }>('council', COUNCIL, [
    sitting.authority,
  ]);
  const ends = new Date(sitting.startsAt.getTime() + sitting.minutes * 60_000);
  return {
    council: council?.name ?? '',
    panel: sitting.panel,
    day: sitting.sitsOn,
    startsAt: londonTime(sitting.startsAt),
    endsAt: londonTime(ends),
    isMadeUp: council?.isDemo ?? false,
  };
}

const COUNCIL = 'SELECT name, is_demo AS "isDemo" FROM authority WHERE code = $1';
