import { AccessLog, type Actor, systemActor } from '@app/access';
import { type Statements } from '@app/database';
import { type Clock } from '@app/statutory-calendar';
import { EXIT, Stop } from '../exit';
import { actorFor } from '../import/actor';

/** Those who send returns. */
const WHO = ['data_analyst', 'send_manager', 'administrator'] as const;

/** In whose name a return is made: the officer asked for, else the only authority itself. */
export async function whose(statements: Statements, as: string | undefined): Promise<Actor> {
  if (as !== undefined) return actorFor(statements, WHO, as);
  const all = await statements.run<{ code: string }>('', 'SELECT code FROM authority', []);
  const [only] = all;
  if (!only) throw new Stop('This database holds no authority yet. Run “causeway setup” first.');
  if (all.length > 1)
    throw new Stop(
      'This database has several authorities. Say whose return it is: --as E-MAIL.',
      EXIT.usage,
    );
  return systemActor(only.code);
}

/** A return leaves the product with everybody's details: who made it is written down first. */
export const written = (statements: Statements, clock: Clock, actor: Actor, page: string) =>
  new AccessLog(statements, clock).looked(actor, { action: 'file.downloaded', page });
