import { type Dice } from '../dice';
import { type Register } from './register';

/** Brothers and sisters who have no case of their own: they show in households and in search. */
const RELATIVES = 36;

/** Adds them to households that are there already. */
export function addRelatives(register: Register, dice: Dice): void {
  const firsts = dice.some(register.children, RELATIVES);
  for (const child of firsts) {
    const year = (Number(child.ncYear) || 0) + dice.pick([-3, -2, 2, 3]);
    const within = Math.min(11, Math.max(-1, year));
    register.addSibling(child, {
      year: within,
      sen: dice.isLucky(0.2) ? 'K' : 'N',
      careStatus: child.careStatus,
    });
  }
}
