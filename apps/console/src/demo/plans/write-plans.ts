import { systemActor } from '@app/access';
import { EhcPlans } from '@app/casework';
import { type Statements } from '@app/database';
import { type Clock } from '@app/statutory-calendar';
import { AUTHORITY } from '../authority';
import { type OlderPlan } from './older-plans';

const AT_ONCE = 400;

/** Takes the older plans over, as a council does when it begins with Causeway. */
export async function writePlans(
  statements: Statements,
  clock: Clock,
  plans: readonly OlderPlan[],
  childIds: ReadonlyMap<string, string>,
): Promise<void> {
  const door = new EhcPlans(statements, clock);
  const idOf = ({ child }: OlderPlan) => childIds.get(child.key) ?? '';
  for (let at = 0; at < plans.length; at += AT_ONCE) {
    const some = plans.slice(at, at + AT_ONCE);
    await door.load(
      systemActor(AUTHORITY),
      some.map((plan) => ({ ...plan.details, childId: idOf(plan) })),
    );
  }
  await statements.run('', LEFT_SCHOOL, [plans.filter(({ atNoSchool }) => atNoSchool).map(idOf)]);
}

const LEFT_SCHOOL = 'UPDATE child SET urn = NULL WHERE id = ANY ($1::uuid[])';
