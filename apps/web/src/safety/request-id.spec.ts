import { requestId } from './request-id';

describe('the number of a request', () => {
  it('is the caller’s when it looks like one', () => {
    expect(requestId({ headers: { 'x-request-id': 'a1b2c3d4-0000' } })).toBe('a1b2c3d4-0000');
  });

  it.each(['short', 'line\nbreak-123456', 'x'.repeat(65), '<script>alert(1)</script>'])(
    'is our own when the caller sends %j',
    (given) => {
      expect(requestId({ headers: { 'x-request-id': given } })).toMatch(/^[0-9a-f]{12}$/);
    },
  );
});
