import { type Actor } from '@app/access';
import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { bulkAsked } from '../bulk/bulk-asked';
import { BulkForms } from '../bulk/bulk-form.service';
import { type FormBody } from '../forms/form-body';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { cohortAsked } from './cohort-asked';
import { cohortCsv } from './cohort-csv';
import { CohortPages } from './cohort-page.service';
import { PROGRAMME_ROLES } from './cohort-seen';

const NOBODY = [{ field: 'children', text: 'Choose at least one child' }];

/** The bar above the list of children: what is to be done for those that were chosen. */
@Controller()
export class ChooseController {
  constructor(
    private readonly pages: CohortPages,
    private readonly forms: BulkForms,
  ) {}

  @Post(paths.year6.choose)
  @HttpCode(200)
  @Policy({ action: 'choose several children', roles: PROGRAMME_ROLES, relation: 'case' })
  async choose(
    @SignedIn() officer: Actor,
    @Body() body: FormBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | string> {
    const asked = bulkAsked(body);
    if (!asked.references.length) return this.again(officer, asked.from);
    switch (one(body, 'act')) {
      case 'worker':
        return this.forms.formPage(officer, { ...asked, type: 'ALLOCATED' });
      case 'ask':
        return this.forms.formPage(officer, { ...asked, type: 'CONSENT_REQUESTED' });
      case 'download':
        return this.download(officer, asked, reply);
      default:
        return this.forms.stepPage(officer, asked);
    }
  }

  /** The rows that were chosen, in the order of the list. */
  private async download(
    officer: Actor,
    { references, from }: ReturnType<typeof bulkAsked>,
    reply: FastifyReply,
  ): Promise<string> {
    const { children, looking } = await this.pages.seen(officer, queryOf(from));
    const chosen = references.flatMap(
      (reference) => children.find((child) => child.reference === reference) ?? [],
    );
    return cohortCsv(reply, chosen, looking);
  }

  private async again(officer: Actor, from: string): Promise<Page> {
    return page(
      'cohort/cohort',
      await this.pages.model(officer, queryOf(from), { problems: NOBODY }),
      { status: 422 },
    );
  }
}

/** What the address of the list asked for. */
function queryOf(from: string) {
  return cohortAsked(Object.fromEntries(new URL(from, 'http://own.invalid').searchParams));
}
