import { fastify } from 'fastify';
import { admits, RouteRegistry, RoutesWithoutPolicy } from './route-registry';

describe('the registry of routes', () => {
  it('stops the server from starting and names each route that says not who may use it', () => {
    const routes = new RouteRegistry();
    const server = fastify();
    routes.listenTo(server);
    server.get('/guarded', { config: { policy: { action: 'look', roles: 'any' } } }, () => '');
    expect(() => routes.refuseUnguarded()).not.toThrow();
    server.post('/forgotten', () => '');
    expect(() => routes.refuseUnguarded()).toThrow(RoutesWithoutPolicy);
    expect(() => routes.refuseUnguarded()).toThrow('- POST /forgotten');
  });

  it('lets in one of the roles it names and nobody else', () => {
    const policy = { action: 'decide', roles: ['send_manager'] } as const;
    expect(admits(policy, ['y6_worker', 'send_manager'])).toBe(true);
    expect(admits(policy, ['y6_worker'])).toBe(false);
    expect(admits(policy, [])).toBe(false);
  });
});
