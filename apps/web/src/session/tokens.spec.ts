import { formToken, hashOf, isFormToken, randomToken } from './tokens';

describe('tokens', () => {
  it('are 32 random bytes, of which only a hash is kept', () => {
    const token = randomToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(hashOf(token)).toHaveLength(32);
    expect(hashOf(token).toString('base64url')).not.toBe(token);
  });

  it('of a form are new each time and fit their own secret only', () => {
    const secret = randomToken();
    const token = formToken(secret);
    expect(token).not.toBe(formToken(secret));
    expect(isFormToken(secret, token)).toBe(true);
    expect(isFormToken(randomToken(), token)).toBe(false);
  });

  it.each([undefined, '', '.', 'a.b', 'salt.', '.signature', ['x'], {}, 'a.b.c'])(
    'of a form are never %j',
    (token) => {
      expect(isFormToken('secret', token)).toBe(false);
    },
  );

  it('are never right where there is no secret', () => {
    expect(isFormToken('', formToken(''))).toBe(false);
  });
});
