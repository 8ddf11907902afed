import { type FastifyRequest } from 'fastify';
import { UnreadableRequest } from '../errors/refusals';
import { refuseUnsafeInput } from './safe-input.hook';

const look = (request: Partial<Record<'query' | 'params' | 'body', unknown>>) =>
  refuseUnsafeInput({ query: {}, params: {}, body: undefined, ...request } as FastifyRequest);

describe('what is sent', () => {
  it('passes when it is what a form sends, several ticks of one name included', () => {
    expect(() =>
      look({ query: { view: 'late' }, body: { need: ['a', 'b'], note: 'x' } }),
    ).not.toThrow();
  });

  it.each([
    ['a repeated parameter', { query: { id: ['1', '2'] } }],
    ['__proto__', { body: JSON.parse('{"__proto__":{"admin":true}}') as object }],
    ['a constructor inside', { body: { a: { constructor: { prototype: {} } } } }],
    ['a prototype by its path', { body: { 'details.__proto__.x': '1' } }],
    ['a character that no database keeps', { body: { note: 'a\0b' } }],
    ['the same in an address', { params: { reference: 'EHC\0' } }],
    [
      'nesting without end',
      { body: { a: { b: { c: { d: { e: { f: { g: { h: { i: { j: 1 } } } } } } } } } } },
    ],
    [
      'too many parts',
      { body: Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`f${at}`, ''])) },
    ],
  ])('is refused with %s', (_what, request) => {
    expect(() => look(request)).toThrow(UnreadableRequest);
  });

  it('has not changed any object by being looked at', () => {
    const body = JSON.parse('{"__proto__":{"admin":true}}') as object;
    expect(() => look({ body })).toThrow(UnreadableRequest);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});
