import { type Actor } from '@app/access';
import { BadDetails, type ContactRecord, Contacts, LETTER_FORMATS, PR_ANSWERS } from '@app/people';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FieldModel } from '../forms/field-model';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { problemsFrom } from './child-fields';
import { ChildPages, type OpenedChild } from './child-pages.service';

const NAMES = [
  'name',
  'relation',
  'hasPr',
  'phone',
  'email',
  'address',
  'language',
  'format',
] as const;
const EDIT = { action: 'change a child’s contacts', roles: 'any', relation: 'child' } as const;

/** Parents, carers and others around a child. */
@Controller()
export class ContactsController {
  constructor(
    private readonly pages: ChildPages,
    private readonly contacts: Contacts,
  ) {}

  @Get(paths.children.addContact(':id'))
  @Policy(EDIT)
  async blank(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    return this.show(await this.open(officer, id), {}, [], paths.children.addContact(id));
  }

  @Post(paths.children.addContact(':id'))
  @Policy(EDIT)
  async add(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opened = await this.open(officer, id);
    return this.tried(opened, body, paths.children.addContact(id), async () => {
      await this.contacts.add(officer, id, typedOf(body));
      return 'The contact is added.';
    });
  }

  @Get(paths.children.contact(':id', ':contact'))
  @Policy(EDIT)
  async form(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('contact') contactId: string,
  ): Promise<Page> {
    const opened = await this.open(officer, id);
    const contact = await this.mustFind(officer, id, contactId);
    const body = Object.fromEntries(NAMES.map((name) => [name, contact[name] ?? '']));
    return this.show(opened, body, [], paths.children.contact(id, contactId));
  }

  @Post(paths.children.contact(':id', ':contact'))
  @Policy(EDIT)
  async edit(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('contact') contactId: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opened = await this.open(officer, id);
    await this.mustFind(officer, id, contactId);
    return this.tried(opened, body, paths.children.contact(id, contactId), async () => {
      await this.contacts.edit(officer, contactId, typedOf(body));
      return 'The contact is changed.';
    });
  }

  private open(officer: Actor, id: string): Promise<OpenedChild> {
    this.pages.mustWork(officer, EDIT.action);
    return this.pages.open(officer, id, 'contacts');
  }

  private async mustFind(
    officer: Actor,
    childId: string,
    contactId: string,
  ): Promise<ContactRecord> {
    const found = (await this.contacts.of(officer, childId)).find(
      (contact) => contact.contactId === contactId,
    );
    if (!found) throw new NotFoundException();
    return found;
  }

  private async tried(
    opened: OpenedChild,
    body: FormBody,
    action: string,
    write: () => Promise<string>,
  ): Promise<Page | Redirect> {
    try {
      return redirect(paths.children.one(opened.child.childId), { flash: await write() });
    } catch (error) {
      if (error instanceof BadDetails)
        return this.show(opened, body, problemsFrom(error.problems), action);
      throw error;
    }
  }

  private show(
    opened: OpenedChild,
    body: FormBody,
    problems: readonly Problem[],
    action: string,
  ): Page {
    const model = {
      fields: contactFields(body, problems),
      problems,
      action,
      cancelHref: paths.children.one(opened.child.childId),
    };
    return this.pages.show(opened, 'children/contact', model, {
      status: problems.length ? 422 : 200,
    });
  }
}

function typedOf(body: FormBody): Record<string, string> {
  return Object.fromEntries(NAMES.map((name) => [name, one(body, name) ?? '']));
}

function contactFields(body: FormBody, problems: readonly Problem[]): FieldModel[] {
  const value = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const problem = (name: string) => problems.find(({ field }) => field === name)?.text;
  const options = (words: Readonly<Record<string, string>>, name: string) =>
    Object.entries(words).map(([code, text]) => ({
      value: code,
      text,
      chosen: value(name) === code,
    }));
  const line = (
    name: string,
    label: string,
    kind: 'text' | 'email' | 'area' = 'text',
    hint?: string,
  ): FieldModel => ({
    ...{ kind, id: name, name, label, value: value(name), problem: problem(name) },
    ...(hint && { hint }),
  });
  return [
    line('name', 'Full name'),
    line('relation', 'Who are they to the child?', 'text', OWN_ADDRESS),
    {
      kind: 'choice',
      id: 'hasPr',
      name: 'hasPr',
      label: 'Do they hold parental responsibility?',
      problem: problem('hasPr'),
      options: options(PR_ANSWERS, 'hasPr'),
    },
    line('phone', 'Telephone (optional)'),
    line('email', 'E-mail (optional)', 'email'),
    line('address', 'Address (optional)', 'area'),
    line('language', 'Language, if an interpreter is needed (optional)'),
    {
      kind: 'select',
      id: 'format',
      name: 'format',
      label: 'How letters are wanted (optional)',
      nothing: 'Standard letter',
      problem: problem('format'),
      options: options(LETTER_FORMATS, 'format'),
    },
  ];
}

const OWN_ADDRESS =
  'For the own address of somebody past school age, enter “Young person”: letters then go there';
