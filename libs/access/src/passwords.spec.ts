import { firstPassword, hashPassword, isPassword, passwordProblem } from './passwords';

describe('a password', () => {
  it('is kept as argon2id and fits itself only', async () => {
    const stored = await hashPassword('maple-otter-canoe-window');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await expect(isPassword(stored, 'maple-otter-canoe-window')).resolves.toBe(true);
    await expect(isPassword(stored, 'maple-otter-canoe-windoW')).resolves.toBe(false);
  });

  it('never fits an account that has none', async () => {
    await expect(isPassword(null, '')).resolves.toBe(false);
    await expect(isPassword(undefined, 'nobody-has-this-password')).resolves.toBe(false);
    await expect(isPassword('not a hash', 'anything at all')).resolves.toBe(false);
  });

  it.each([
    '',
    'too short',
    'Password1Password1',
    'aaaaaaaaaaaaaaaaaaaa',
    'tamsin-adeyemi-2026',
    'x'.repeat(201),
  ])('is refused when it is %j', (password) => {
    expect(passwordProblem(password, ['Tamsin', 'Adeyemi'])).toEqual(expect.any(String));
  });

  it.each(['correct horse battery staple', 'ünïcødé ist hier erlaubt', 'four words 🙂 in a row'])(
    'is taken when it is long, whatever it is made of: %j',
    (password) => {
      expect(passwordProblem(password, ['Tamsin'])).toBeUndefined();
    },
  );

  it('for the first time is words to read out, never the same', () => {
    expect(firstPassword()).toMatch(/^[a-z]+(-[a-z]+){4}$/);
    expect(firstPassword()).not.toBe(firstPassword());
    expect(passwordProblem(firstPassword(), [])).toBeUndefined();
  });
});
