import { contrastWithWhite, tintOf } from './contrast';

describe('the contrast of a colour with white', () => {
  it.each([
    ['#ffffff', 1],
    ['#000000', 21],
    ['#1d4e5f', 9.07],
    ['#767676', 4.54],
  ])('of %s is %d to 1', (colour, ratio) => {
    expect(contrastWithWhite(colour)).toBeCloseTo(ratio, 1);
  });

  it('leaves the tint of an accent pale enough to carry the accent as text', () => {
    expect(tintOf('#1d4e5f')).toBe('#e8edef');
  });
});
