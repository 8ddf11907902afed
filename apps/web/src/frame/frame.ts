import { seesAllPanels } from '@app/panels';
import { Clock, SystemClock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Config } from '../config';
import { CONFIG } from '../config.token';
import { type Flash } from '../page';
import { paths } from '../paths';
import { RouteRegistry } from '../policy/route-registry';
import { formToken } from '../session/tokens';
import { Assets } from './assets';
import { Authorities } from './authorities';
import { navigationFor, type NavigationItem } from './navigation';

/** What stands around every page. */
export interface Frame {
  readonly council: string;
  readonly accent: string;
  readonly accentHref: string | undefined;
  readonly asset: (name: string) => string;
  readonly csrfToken: string;
  readonly person: string | undefined;
  readonly navigation: readonly NavigationItem[];
  readonly canSearch: boolean;
  readonly flash: Flash | undefined;
  readonly isDemo: boolean;
  readonly demoDay: string | undefined;
  readonly canMoveClock: boolean;
}

const OWN_ACCENT = '#1d4e5f';

/** Makes the frame of a page from who is looking. */
@Injectable()
export class Frames {
  private readonly assets = new Assets();
  private readonly realClock = new SystemClock();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly authorities: Authorities,
    private readonly routes: RouteRegistry,
    private readonly clock: Clock,
  ) {}

  async around(request: FastifyRequest): Promise<Frame> {
    const actor = request.session?.actor;
    const authority = await this.authorities.named(actor?.authority);
    const roles = actor?.roles ?? [];
    const today = this.clock.today();
    const isDemo = authority?.isDemo ?? false;
    return {
      council: this.config.councilName ?? authority?.name ?? 'Causeway',
      accent: this.config.accent,
      accentHref: this.config.accent === OWN_ACCENT ? undefined : '/accent.css',
      asset: (name) => this.assets.href(name),
      csrfToken: request.formSecret ? formToken(request.formSecret) : '',
      person: actor?.name,
      navigation: actor
        ? navigationFor(this.routes, roles, pathOf(request), closedTo(request))
        : [],
      canSearch: actor !== undefined && this.routes.mayOpen(paths.search, roles),
      flash: request.session?.data.flash,
      isDemo,
      demoDay: today === this.realClock.today() ? undefined : today,
      canMoveClock: isDemo && !this.config.production && actor !== undefined,
    };
  }
}

/** A page that is there for some people whatever their role. */
function closedTo({ session }: FastifyRequest): string[] {
  const hasPanels = session && (session.sitsOnPanel || seesAllPanels(session.actor));
  return hasPanels ? [] : [paths.panels.list];
}

function pathOf({ url }: FastifyRequest): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}
