import { fastify } from 'fastify';
import { RouteRegistry } from '../policy/route-registry';
import { navigationFor } from './navigation';

function aRegistry(): RouteRegistry {
  const routes = new RouteRegistry();
  const server = fastify();
  routes.listenTo(server);
  const answer = () => '';
  server.get('/my-work', { config: { policy: { action: 'see my work', roles: 'any' } } }, answer);
  server.get(
    '/cases',
    { config: { policy: { action: 'see cases', roles: ['ehc_officer'] } } },
    answer,
  );
  server.get(
    '/admin',
    { config: { policy: { action: 'look after it', roles: ['administrator'] } } },
    answer,
  );
  return routes;
}

describe('the line of navigation', () => {
  const texts = (roles: string[], path = '/my-work') =>
    navigationFor(aRegistry(), roles, path).map(({ text }) => text);

  it('shows only pages that exist and that the roles open', () => {
    expect(texts(['ehc_officer'])).toEqual(['My work', 'Cases']);
    expect(texts(['administrator'])).toEqual(['My work', 'Admin']);
  });

  it('marks the place a page belongs to, and whether it is that very page', () => {
    const at = (path: string) =>
      navigationFor(aRegistry(), ['ehc_officer'], path).filter(({ current }) => current);
    expect(at('/cases')).toMatchObject([{ text: 'Cases', exact: true }]);
    expect(at('/cases/EHC-0412')).toMatchObject([{ text: 'Cases', exact: false }]);
    expect(at('/casesish')).toEqual([]);
  });
});
