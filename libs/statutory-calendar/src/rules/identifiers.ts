import { checkUpn } from '../identifiers/upn';
import { type Rule } from './rule';

/** Identifiers. */
export const identifierRules: readonly Rule[] = [
  {
    code: 'UPN-CHECK',
    says: 'Whether a unique pupil number carries the right check letter.',
    standing: 'data',
    trigger: 'A number is typed.',
    limits: {},
    reading:
      'A letter at the end marks a temporary number and counts by its place in the check letters.',
    certainty: 'high',
    appliesBy: 'event',
    source: 'DfE UPN guidance; census validation 1510',
    effectiveFrom: '1997-01-01',
    compute: (input) => {
      const { valid, checkLetter, temporary } = checkUpn(input.text('upn'));
      return checkLetter ? { valid, checkLetter, temporary } : { valid };
    },
  },
];
