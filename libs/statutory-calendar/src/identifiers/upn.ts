/** What a check of a unique pupil number found. */
export interface UpnCheck {
  readonly valid: boolean;
  /** The letter that the other twelve characters call for, where they can be read. */
  readonly checkLetter?: string;
  /** A temporary number ends in a letter. */
  readonly temporary: boolean;
  /** Plain words for the person who typed it. */
  readonly problem?: string;
}

/** I, O and S are never used: they look like 1, 0 and 5. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const SHAPE = new RegExp(`^[${LETTERS}]\\d{11}[\\d${LETTERS}]$`);

/** DfE UPN guidance, census validation 1510: check letter, 11 digits, a digit or a letter. */
export function checkUpn(upn: string): UpnCheck {
  const temporary = /[A-Z]$/i.test(upn);
  const problem = shapeProblem(upn);
  if (problem) return { valid: false, temporary, problem };
  const checkLetter = letterFor(upn.slice(1));
  const given = upn.charAt(0);
  if (given === checkLetter) return { valid: true, checkLetter, temporary };
  return {
    valid: false,
    checkLetter,
    temporary,
    problem: `The first letter should be ${checkLetter}, not ${given}. Check the number with the school.`,
  };
}

function shapeProblem(upn: string): string | undefined {
  if (SHAPE.test(upn)) return undefined;
  if (upn.length !== 13) {
    return `A unique pupil number has 13 letters and numbers. This one has ${upn.length}.`;
  }
  if (/[a-z]/.test(upn)) return 'Write the letters of the unique pupil number as capitals.';
  if (/[IOS]/.test(upn)) {
    return 'The letters I, O and S are not used in unique pupil numbers. Check for 1, 0 and 5.';
  }
  return 'A unique pupil number is one letter, then 12 numbers. A temporary one ends in a letter.';
}

/** Weights 2 to 13; a final letter counts as its place in the alphabet of 23. */
function letterFor(twelve: string): string {
  const total = [...twelve].reduce((sum, character, index) => {
    const letter = LETTERS.indexOf(character);
    return sum + (letter >= 0 ? letter : Number(character)) * (index + 2);
  }, 0);
  return LETTERS.charAt(total % 23);
}
