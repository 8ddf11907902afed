import { Controller, Get } from '@nestjs/common';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';

const OPEN = { action: 'read the help pages', roles: 'any', public: true } as const;

/** Pages at the foot of every page. */
@Controller()
export class HelpController {
  @Get(paths.help.page)
  @Policy(OPEN)
  help(): Page {
    return page('help/help');
  }

  @Get(paths.help.accessibility)
  @Policy(OPEN)
  accessibility(): Page {
    return page('help/accessibility');
  }

  @Get(paths.help.privacy)
  @Policy(OPEN)
  privacy(): Page {
    return page('help/privacy');
  }

  @Get(paths.help.cookies)
  @Policy(OPEN)
  cookies(): Page {
    return page('help/cookies');
  }
}
