import { type Role } from '../../role';
import { WORKERS } from '../../regions';

/** Those who hear of an exclusion and record what became of it. */
export const team: readonly Role[] = [...WORKERS, 'virtual_school'];
