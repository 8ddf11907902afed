import {
  base32,
  codeAt,
  enrolmentUri,
  newCodeSecret,
  recoveryCodes,
  stepOf,
} from './one-time-code';

const SECRET = Buffer.from('12345678901234567890');

describe('a code that is used once', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is, %i seconds after 1970, the one of RFC 6238', (seconds, code) => {
    expect(codeAt(SECRET, Math.floor(seconds / 30))).toBe(code);
  });

  it('is taken one step early or late, and no more', () => {
    const code = codeAt(SECRET, 1000);
    expect([998, 999, 1000, 1001, 1002].map((now) => stepOf(SECRET, code, now))).toEqual([
      undefined,
      1000,
      1000,
      1000,
      undefined,
    ]);
    for (const typed of ['', '12345', '1234567', 'abcdef', '٠٠٠٠٠٠'])
      expect(stepOf(SECRET, typed, 1000)).toBeUndefined();
  });

  it('comes from a secret that apps can read', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(base32(newCodeSecret())).toMatch(/^[A-Z2-7]{32}$/);
    expect(enrolmentUri(SECRET, 'Wendmoor Council', 'a+b@example.org')).toBe(
      'otpauth://totp/Wendmoor%20Council:a%2Bb%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Wendmoor%20Council',
    );
  });

  it('has ten others beside it that no two people share', () => {
    const codes = [...recoveryCodes(), ...recoveryCodes()];
    expect(new Set(codes).size).toBe(20);
    for (const code of codes) expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
  });
});
