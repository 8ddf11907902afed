import { isOwnPath, redirect } from './page';

describe('a redirect', () => {
  it.each(['/my-work', '/cases/EHC-0412?from=list', '/'])('may lead to our own %s', (path) => {
    expect(redirect(path).path).toBe(path);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'my-work', '/a\nb', ''])(
    'never leads to %j',
    (path) => {
      expect(isOwnPath(path)).toBe(false);
      expect(() => redirect(path)).toThrow('own paths');
    },
  );
});
