import { checkUln } from './uln';
import { checkUpn } from './upn';

describe('a unique pupil number', () => {
  it('is right when its first letter fits the others', () => {
    expect(checkUpn('B801200005001')).toEqual({ valid: true, checkLetter: 'B', temporary: false });
    expect(checkUpn('D86999992601A')).toEqual({ valid: true, checkLetter: 'D', temporary: true });
  });

  it('says which letter was expected', () => {
    expect(checkUpn('C801200005001').problem).toBe(
      'The first letter should be B, not C. Check the number with the school.',
    );
    expect(checkUpn('Q207000016049')).toMatchObject({ valid: false, checkLetter: 'P' });
  });

  it.each([
    ['B80120000500', 'This one has 12.'],
    ['B8012000050011', 'This one has 14.'],
    ['', 'This one has 0.'],
    ['b801200005001', 'capitals'],
    ['I801200005001', 'I, O and S'],
    ['D86999992601O', 'I, O and S'],
    ['BA01200005001', 'one letter, then 12 numbers'],
    ['8801200005001', 'one letter, then 12 numbers'],
    ['B80120000500 ', 'one letter, then 12 numbers'],
  ])('%p is refused in words', (upn, words) => {
    expect(checkUpn(upn).valid).toBe(false);
    expect(checkUpn(upn).problem).toContain(words);
  });

  it('notices every single wrong digit', () => {
    const right = 'E869999926001';
    for (let place = 1; place < 13; place += 1) {
      for (let step = 1; step < 10; step += 1) {
        const digit = (Number(right[place]) + step) % 10;
        const wrong = `${right.slice(0, place)}${digit}${right.slice(place + 1)}`;
        expect(checkUpn(wrong).valid).toBe(false);
      }
    }
  });
});

describe('a unique learner number', () => {
  // 1x10 + 0x9 … + 0x2 = 10; remainder 10; last digit 0
  it.each(['1000000000', '2000000011', '1234567804'])('%s fits', (uln) => {
    expect(checkUln(uln).valid).toBe(checkByHand(uln));
  });

  it('is refused when the last number does not fit, or it is not ten numbers', () => {
    expect(checkUln('1000000000')).toEqual({ valid: true });
    expect(checkUln('1000000001').problem).toContain('does not fit');
    expect(checkUln('100000000').problem).toContain('10 numbers');
    expect(checkUln('0000000000').valid).toBe(false);
    expect(checkUln('10000000O0').valid).toBe(false);
  });

  it('never has a remainder of 0', () => {
    // 1x10 + 1x8 + 1x4 = 22 = 2 x 11
    expect(['0', '1', '9'].map((last) => checkUln(`101000100${last}`).valid)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

function checkByHand(uln: string): boolean {
  let total = 0;
  for (let place = 0; place < 9; place += 1) total += Number(uln[place]) * (10 - place);
  return total % 11 !== 0 && 10 - (total % 11) === Number(uln[9]);
}
