import { isVoid, type Suspension } from '../pure/suspensions';

type Span = Pick<Suspension, 'category' | 'startOn' | 'endOn' | 'outcome'>;

/** Two that a child cannot serve at once. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.category !== 'SUSP' || b.category !== 'SUSP' || isVoid(a) || isVoid(b)) return false;
  return a.startOn <= (b.endOn ?? b.startOn) && b.startOn <= (a.endOn ?? a.startOn);
}
