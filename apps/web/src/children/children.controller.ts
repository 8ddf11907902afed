import { type Actor, worksCases } from '@app/access';
import { EhcPlans } from '@app/casework';
import { BadDetails, Children, Contacts, Households, RecordMerges, Schools } from '@app/people';
import { pathwayNamed } from '@app/pathways';
import { plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { MEND_ROLES } from '../returns/returns-roles';
import { SignedIn } from '../session/signed-in.decorator';
import { factsOf } from './child-facts';
import { asTypedChild, childFields, childTyped, problemsFrom } from './child-fields';
import { ChildPages, type OpenedChild } from './child-pages.service';
import { kindsFor } from './opening-kinds';
import { returnFields } from './return-fields';

/** A child's record: who they are, who is around them, their cases. */
@Controller()
export class ChildrenController {
  constructor(
    private readonly pages: ChildPages,
    private readonly children: Children,
    private readonly contacts: Contacts,
    private readonly households: Households,
    private readonly schools: Schools,
    private readonly merges: RecordMerges,
    private readonly plans: EhcPlans,
  ) {}

  @Get(paths.children.one(':id'))
  @Policy({ action: 'see a child’s record', roles: 'any', relation: 'child' })
  async show(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page | Redirect> {
    const goesOn = await this.pages.goesOnAs(officer, id);
    if (goesOn) return redirect(paths.children.one(goesOn), { flash: MERGED });
    const opened = await this.pages.open(officer, id, 'the child’s record');
    const [contacts, siblings, merges] = await Promise.all([
      this.contacts.of(officer, id),
      this.households.siblings(officer, id),
      this.merges.standing(officer, id),
    ]);
    return this.pages.show(opened, 'children/child', {
      facts: factsOf(opened.child),
      contacts: contacts.map((contact) => ({
        ...contact,
        href: paths.children.contact(id, contact.contactId),
      })),
      siblings: siblings.map(({ childId, name }) => ({ name, href: paths.children.one(childId) })),
      cases: opened.cases.map(caseRow),
      canOpen: worksCases(officer) ? openable(officer, opened, id) : [],
      mayEdit: worksCases(officer),
      editHref: paths.children.edit(id),
      chronologyHref: paths.children.chronology(id),
      summaryHref: paths.children.summary(id),
      transferHref:
        worksCases(officer) && opened.cases.some(({ stage }) => stage === 'transferred_out')
          ? paths.children.transferPack(id)
          : undefined,
      addContactHref: paths.children.addContact(id),
      mergeHref: mayMerge(officer) ? paths.children.merge(id) : undefined,
      merges: merges.map((merge) => ({
        name: merge.mergedName,
        words: `Merged on ${plainDay(merge.mergedOn)} by ${merge.mergedBy}`,
        href: mayMerge(officer) ? paths.children.part(id, merge.id) : undefined,
      })),
    });
  }

  @Get(paths.children.edit(':id'))
  @Policy({ action: 'correct a child’s record', roles: 'any', relation: 'child' })
  async form(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    this.pages.mustWork(officer, 'correct a child’s record');
    const opened = await this.pages.open(officer, id, 'correcting the record');
    return this.editPage(officer, opened, asTypedChild(opened.child), []);
  }

  @Post(paths.children.edit(':id'))
  @Policy({ action: 'correct a child’s record', roles: 'any', relation: 'child' })
  async edit(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    this.pages.mustWork(officer, 'correct a child’s record');
    const opened = await this.pages.open(officer, id, 'correcting the record');
    try {
      const { changed } = await this.children.edit(officer, id, childTyped(body));
      return redirect(paths.children.one(id), {
        flash: changed.length
          ? 'The record is changed. Who changed it is written down.'
          : 'Nothing was different.',
      });
    } catch (error) {
      if (error instanceof BadDetails)
        return this.editPage(officer, opened, body, problemsFrom(error.problems));
      throw error;
    }
  }

  private async editPage(
    officer: Actor,
    opened: OpenedChild,
    body: FormBody,
    problems: readonly Problem[],
  ): Promise<Page> {
    const [schools, plan] = await Promise.all([
      this.schools.list(officer, { openOnly: true, limit: 1000 }),
      this.plans.ofChild(officer.authority, opened.child.childId),
    ]);
    const mayMend = officer.roles.some((role) => MEND_ROLES.includes(role));
    const model = {
      planHref: plan && mayMend ? paths.returns.plan(plan.id) : undefined,
      fields: childFields(body, problems, schools),
      returnFields: returnFields(body, problems),
      problems,
      action: paths.children.edit(opened.child.childId),
      cancelHref: paths.children.one(opened.child.childId),
    };
    return this.pages.show(opened, 'children/edit', model, { status: problems.length ? 422 : 200 });
  }
}

const MERGED = {
  kind: 'notice',
  text: 'The record you asked for was merged into this one.',
} as const;

const mayMerge = ({ roles }: Actor) => roles.includes('send_manager');

function caseRow({
  reference,
  pathway,
  pathwayVersion,
  stage,
  open,
  closedOn,
  openedOn,
  ownerName,
}: OpenedChild['cases'][number]) {
  const { title, copy } = pathwayNamed(pathway, pathwayVersion);
  return {
    title,
    reference,
    href: paths.case(reference),
    place: copy.states['work']?.[stage] ?? 'Open',
    when: open ? `Since ${plainDay(openedOn)}` : `Closed ${closedOn ? plainDay(closedOn) : ''}`,
    owner: ownerName ?? 'nobody holds it yet',
  };
}

/** Kinds of case that are not open already. */
function openable(officer: Actor, { cases }: OpenedChild, id: string) {
  return kindsFor(officer)
    .filter(({ pathway }) => !cases.some((it) => it.open && it.pathway === pathway.name))
    .map(({ slug, link }) => ({ text: link, href: paths.children.open(id, slug) }));
}
