import { type FastifyRequest } from 'fastify';
import { UnreadableRequest } from '../errors/refusals';
import { safeInputHook } from './safe-input.hook';

const look = (request: Partial<Record<'query' | 'params' | 'body', unknown>>) =>
  safeInputHook({ query: {}, params: {}, body: undefined, ...request } as FastifyRequest);

describe('what is sent', () => {
  it('passes when it is what a form sends, several ticks of one name included', async () => {
    await expect(
      look({ query: { view: 'late' }, body: { need: ['a', 'b'], note: 'x' } }),
    ).resolves.toBeUndefined();
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
  ])('is refused with %s', async (_what, request) => {
    await expect(look(request)).rejects.toBeInstanceOf(UnreadableRequest);
  });

  it('has not changed any object by being looked at', async () => {
    await look({ body: JSON.parse('{"__proto__":{"admin":true}}') as object }).catch(
      () => undefined,
    );
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});
