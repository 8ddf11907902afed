import { permissionsOf } from '@app/pathways';
import { type Actor } from './actor';

/** Whether a case was found to be about another child, as SQL: what is on it belongs to nobody who looks at this one. */
export const wrongChildSql = (alias: string) => `
  (${alias}.stage = 'voided' AND EXISTS (SELECT FROM effective_event void WHERE void.case_id = ${alias}.id AND void.type = 'WRONG_CHILD'))`;

/** Whether this person settles what was recorded against the wrong child: they may void cases, or judge breaches. */
export const settlesWrongChild = ({ roles }: Actor) =>
  roles.includes('dpo') || permissionsOf(roles).includes('case.void');
