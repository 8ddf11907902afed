import { type Actor } from '@app/access';
import { type AtSitting, LACKS, SchoolPart, schoolPartForm, SittingRoom } from '@app/panels';
import { plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { blankForm, type PanelForm, sentForm } from '../panels/panel-form';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { sittingHead } from '../sittings/sitting-words';

const AFTER = { action: 'tell schools and families what a panel decided', roles: 'any' } as const;
const PAPERS = {
  'feedback.pdf': 'For the school (PDF)',
  'feedback.docx': 'For the school (Word)',
  'family.pdf': 'For the family (PDF)',
  'family.docx': 'For the family (Word)',
} as const;

/** What those who run a sitting do around it: papers for schools and families, and schools that are asked for their part. */
@Controller()
export class AfterController {
  constructor(
    private readonly room: SittingRoom,
    private readonly schools: SchoolPart,
  ) {}

  @Get(paths.around.after(':id'))
  @Policy(AFTER)
  async show(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    const at = await this.room.enterRunning(officer, id);
    const asked = await this.schools.asked(officer, id);
    return page('around/after', {
      head: sittingHead(at),
      rows: at.items.map((item) => ({
        name: item.childName ?? item.school,
        school: item.school,
        reference: item.reference,
        files: papersOf(item).map((file) => ({
          text: PAPERS[file],
          href: paths.sittings.itemPaper(id, item.id, file),
        })),
        asked: asked
          .filter(({ itemId }) => itemId === item.id)
          .map(({ lacks, askedOn }) => `${LACKS[lacks]}: asked on ${plainDay(askedOn)}`),
        askHref: item.urn ? paths.around.schoolPart(id, item.id) : undefined,
      })),
    });
  }

  @Get(paths.around.schoolPart(':id', ':item'))
  @Policy(AFTER)
  async askPart(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('item') itemId: string,
  ): Promise<Page> {
    return blankForm(await this.partForm(officer, id, itemId));
  }

  @Post(paths.around.schoolPart(':id', ':item'))
  @Policy(AFTER)
  async part(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('item') itemId: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const form = await this.partForm(officer, id, itemId);
    return sentForm(form, body, async ({ lacks }) => {
      await this.schools.ask(officer, id, { itemId, lacks });
      return redirect(paths.around.after(id), {
        flash: 'The head of the school is written to, and managers see it.',
      });
    });
  }

  private async partForm(
    officer: Actor,
    id: string,
    itemId: string,
  ): Promise<PanelForm<typeof schoolPartForm>> {
    const { items } = await this.room.enterRunning(officer, id);
    const item = items.find((each) => each.id === itemId);
    if (!item) throw new NotFoundException();
    return {
      title: `Ask ${item.school ?? 'the school'} for its part`,
      lead: 'The head and the trust are written to: the duty to work together, and an offer to come to them. The message names no child.',
      schema: schoolPartForm,
      action: paths.around.schoolPart(id, itemId),
      submit: 'Ask the school',
      back: { text: 'After the sitting', href: paths.around.after(id) },
    };
  }
}

/** Papers are there once an item is decided; a school's own item has none for a family. */
function papersOf({ outcome, kind }: AtSitting['items'][number]) {
  if (outcome?.kind !== 'decided') return [];
  const all = Object.keys(PAPERS) as (keyof typeof PAPERS)[];
  return all.filter((file) => kind !== 'school' || file.startsWith('feedback'));
}
