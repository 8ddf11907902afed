import { checkUpn } from '../identifiers/upn';
import { type Rule } from './rule';

/** Identifiers: statutory.md 10.4. */
export const identifierRules: readonly Rule[] = [
  {
    code: 'UPN-CHECK',
    source: 'DfE UPN guidance; census validation 1510',
    effectiveFrom: '1997-01-01',
    compute: (input) => {
      const { valid, checkLetter, temporary } = checkUpn(input.text('upn'));
      return checkLetter ? { valid, checkLetter, temporary } : { valid };
    },
  },
];
