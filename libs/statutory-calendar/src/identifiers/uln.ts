/** What a check of a unique learner number found. */
export interface UlnCheck {
  readonly valid: boolean;
  /** Plain words for the person who typed it. */
  readonly problem?: string;
}

/**
 * Ten digits; weights 10 to 2 on the first nine, and the last is 10 less the remainder of 11; a
 * remainder of 0 is never issued (statutory.md 10.4).
 */
export function checkUln(uln: string): UlnCheck {
  if (!/^[1-9]\d{9}$/.test(uln)) {
    return {
      valid: false,
      problem: 'A unique learner number has 10 numbers and does not start with 0.',
    };
  }
  const digits = [...uln].map(Number);
  const total = digits.slice(0, 9).reduce((sum, digit, index) => sum + digit * (10 - index), 0);
  const remainder = total % 11;
  if (remainder > 0 && digits[9] === 10 - remainder) return { valid: true };
  return {
    valid: false,
    problem:
      'The last number does not fit the others. Check the number with the school or college.',
  };
}
