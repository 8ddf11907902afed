import { type Actor } from '@app/access';
import { DataQualityReader, feedTitle, MOST_DAYS_IN_YEAR, ROUTES, RULES } from '@app/attendance';
import { londonDay, plainDay } from '@app/statutory-calendar';
import { Controller, Get } from '@nestjs/common';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { FEED_ROLES } from './imports-roles';

/** What is missing in the data, and by which rules children are found in it. */
@Controller()
export class DataQualityController {
  constructor(private readonly quality: DataQualityReader) {}

  @Get(paths.feeds.quality)
  @Policy({ action: 'see what is missing in the data', roles: FEED_ROLES })
  async show(@SignedIn() officer: Actor): Promise<Page> {
    const { silent, setAside, ...rest } = await this.quality.read(officer);
    return page('imports/data-quality', {
      ...rest,
      policy: await this.quality.numbers(officer),
      mostDaysInYear: MOST_DAYS_IN_YEAR,
      silent: silent.map((school) => ({
        ...school,
        lastDay: school.lastDay && plainDay(school.lastDay),
      })),
      setAside: setAside.map(({ fileId, kind, uploadedAt, rows }) => ({
        href: paths.feeds.file(fileId),
        title: feedTitle(kind),
        when: plainDay(londonDay(uploadedAt)),
        rows,
      })),
    });
  }

  @Get(paths.rulesInTheData)
  @Policy({ action: 'see by which rules children are found', roles: 'any' })
  async rules(@SignedIn() officer: Actor): Promise<Page> {
    const policy = await this.quality.numbers(officer);
    return page('imports/rules', {
      rules: RULES.map(({ code, words, then }) => ({ code, words: words(policy), then })),
      routes: Object.values(ROUTES),
      policy,
    });
  }
}
