import { UnreadableRequest } from '../errors/refusals';
import { one, several } from './one-value';

describe('one value of a form', () => {
  it('is trimmed, and absent when blank', () => {
    expect(one({ name: '  Ash ' }, 'name')).toBe('Ash');
    expect(one({ name: '  ' }, 'name')).toBeUndefined();
    expect(one(undefined, 'name')).toBeUndefined();
  });

  it('is refused when it was sent twice or is not text', () => {
    expect(() => one({ id: ['1', '2'] }, 'id')).toThrow(UnreadableRequest);
    expect(() => one({ id: { a: 1 } }, 'id')).toThrow(UnreadableRequest);
  });

  it('may be several where ticks are asked for', () => {
    expect(several({ roles: ['a', 'b'] }, 'roles')).toEqual(['a', 'b']);
    expect(several({ roles: 'a' }, 'roles')).toEqual(['a']);
    expect(several({ roles: [{}, ''] }, 'roles')).toEqual([]);
  });
});
