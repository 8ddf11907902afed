import { type Actor } from '@app/access';
import { FEED_KINDS, FeedImport, type FeedKind, feedTitle, MatchQueue } from '@app/attendance';
import { Injectable } from '@nestjs/common';
import { type Problem } from '../forms/form-body';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { feedModel } from './feed-model';

const HINTS: Readonly<Record<FeedKind, string>> = {
  attendance_sessions:
    'One row for each child and session, with the code of the register. Weekly or daily. The last change of a session counts.',
  attendance_summary:
    'One row for each child and term, with possible sessions and absence. For schools that cannot send codes.',
  suspensions:
    'One row for each suspension or exclusion, as they happen. Schools may also share internal exclusion and moves that ended early.',
};

/** The page on which attendance and suspensions are brought in. */
@Injectable()
export class FeedHome {
  constructor(
    private readonly feeds: FeedImport,
    private readonly queue: MatchQueue,
  ) {}

  /** The page; with a problem of an upload it is the answer to that upload. */
  async page(actor: Actor, problems: readonly Problem[] = []): Promise<Page> {
    const [recent, { all }] = await Promise.all([
      this.feeds.recent(actor),
      this.queue.list(actor, 0),
    ]);
    const kinds = FEED_KINDS.map((kind) => ({
      kind,
      title: feedTitle(kind),
      hint: HINTS[kind],
      action: paths.feeds.upload(kind),
      templateHref: paths.feeds.template(kind),
      problems: problems.filter(({ field }) => field === kind).map(({ text }) => text),
    }));
    const model = { problems, kinds, recent: recent.map(feedModel), waiting: all };
    return page('imports/feeds', model, { status: problems.length ? 422 : 200 });
  }
}
