import { codeReader, codesReader, readYearGroup, readYesNo } from './codes';
import { readSchoolNumber, readUpn } from './identifiers';
import { nameReader } from './names';
import { quoted, tidy } from './reading';
import { readEmail, readPhone } from './ways-to-reach';

const name = nameReader('The surname');

describe('what people type', () => {
  it.each([
    'O’Shaughnessy-Featherstonehaugh',
    "D'Souza",
    'St. John',
    'ap Gwilym',
    'الحسن',
    '李',
    'Ní Dhomhnaill',
    'Null',
    'Łukasz',
    'Nguyễn',
    'Smith (known as Jones)',
    'de la Cruz y García',
  ])('takes the name %s', (text) => {
    expect(name(text)).toEqual({ value: text });
  });

  it('makes one of what looks the same: accents, spaces, invisible marks', () => {
    expect(tidy('\uFEFF Sia\u0302n \u00a0\u202e Llyr\u0000\t\n ')).toBe('Siân Llyr');
    expect(quoted('x'.repeat(99))).toBe(`“${'x'.repeat(40)}…”`);
  });

  it('knows year groups and yes and no in every dress', () => {
    expect(['6', '06', 'Year 6', 'Y6', 'yr 6', 'NC Year 6'].map(readYearGroup)).toEqual(
      Array(6).fill({ value: '6' }),
    );
    expect(['Reception', 'R', 'Year R', 'n2', '14'].map(readYearGroup)).toEqual(
      ['R', 'R', 'R', 'N2', '14'].map((value) => ({ value })),
    );
    expect(['Yes', 'Y', 'TRUE', '1', 'no', 'N', 'False', '0'].map(readYesNo)).toEqual(
      [true, true, true, true, false, false, false, false].map((value) => ({ value })),
    );
    expect(['0', '15', 'Year', ''].map((text) => 'problem' in readYearGroup(text))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('knows answers by code and by words, and lists them where it knows none', () => {
    const colours = { red: 'Light red', blue: 'Blue', other: 'Other' };
    expect(['red', 'LIGHT RED', 'light-red', 'Blue'].map(codeReader(colours))).toEqual(
      ['red', 'red', 'red', 'blue'].map((value) => ({ value })),
    );
    expect(codesReader(colours)('Blue; light red;; blue')).toEqual({ value: ['blue', 'red'] });
    expect(codesReader(colours)('Blue; pink')).toEqual({
      problem: '“pink” is not one of the answers. Type Light red, Blue or Other',
    });
    expect(codeReader(colours)('__proto__')).toMatchObject({
      problem: expect.any(String) as string,
    });
    expect(codeReader(colours)('constructor')).toMatchObject({
      problem: expect.any(String) as string,
    });
  });

  it('reads identifiers with spaces and small letters', () => {
    expect(readUpn('b801 2000 05001')).toEqual({ value: 'B801200005001' });
    expect(['199001', '899/2001', '899 2001'].map(readSchoolNumber)).toEqual(
      ['199001', '8992001', '8992001'].map((value) => ({ value })),
    );
  });

  it('reads telephone numbers and e-mail addresses, and no more than one', () => {
    const good = ['01632 960123', '+44 1632 960123', '(01632) 960-123', '01632 960123 ext 45'];
    expect(good.map(readPhone)).toEqual(good.map((value) => ({ value })));
    expect(readPhone('7700900123')).toEqual({ value: '07700900123' });
    expect(
      ['999', '01632 960123 / 01632 960124', '0'.repeat(16), '1e10'].map(
        (text) => 'problem' in readPhone(text),
      ),
    ).toEqual([true, true, true, true]);
    expect(readEmail('A.Parent@Example.Org')).toEqual({ value: 'a.parent@example.org' });
    const bad = [
      'a@b',
      'a@b..org',
      'a b@c.org',
      'a@b.org,c@d.org',
      '@b.org',
      'a@',
      'a@-b.org',
      `a@${'b'.repeat(260)}.org`,
    ];
    expect(bad.map((text) => 'problem' in readEmail(text))).toEqual(bad.map(() => true));
  });

  it('answers a text of a million characters as fast as any other', () => {
    const started = performance.now();
    for (const long of [
      'a'.repeat(1e6),
      '1'.repeat(1e6),
      `${'a.'.repeat(5e5)}@`,
      `a@${'b.'.repeat(5e5)}`,
      '('.repeat(1e6),
      `+${' '.repeat(1e6)}`,
    ]) {
      for (const read of [
        name,
        readEmail,
        readPhone,
        readUpn,
        readSchoolNumber,
        readYearGroup,
        readYesNo,
      ])
        expect(read(long)).toMatchObject({ problem: expect.any(String) as string });
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
