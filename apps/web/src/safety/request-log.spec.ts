import { fastify } from 'fastify';
import { RequestLog } from './request-log';

describe('the log of requests', () => {
  it('is one line of JSON each, with the pattern of the route and nothing that was asked or sent', async () => {
    const written: string[] = [];
    const log = new RequestLog((text) => written.push(text));
    const server = fastify({ genReqId: () => 'a1b2c3d4e5f6' });
    server.addHook('onResponse', (request, reply, done) => {
      log.onResponse(request, reply);
      done();
    });
    server.post('/cases/:reference', () => 'ok');
    const payload = { name: 'Ellis Marwood' };
    const headers = { 'user-agent': 'line\tbreak', cookie: 'causeway=secret' };
    await server.inject({ method: 'POST', url: '/cases/EHC-0412?q=Marwood', payload, headers });
    await server.inject('/nowhere/Marwood');
    log.flush();
    log.flush();
    const lines = written
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toEqual([
      {
        method: 'POST',
        route: '/cases/:reference',
        status: 200,
        ms: expect.any(Number) as number,
        id: 'a1b2c3d4e5f6',
      },
      {
        method: 'GET',
        route: 'none',
        status: 404,
        ms: expect.any(Number) as number,
        id: 'a1b2c3d4e5f6',
      },
    ]);
    expect(written.join('')).not.toMatch(/Marwood|EHC-0412|secret/);
  });
});
