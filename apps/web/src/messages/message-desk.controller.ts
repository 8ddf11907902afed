import { AccessLog, type Actor } from '@app/access';
import { Notes } from '@app/casework';
import { MessageDesk, titleOf } from '@app/letters';
import { type LedgerMessage, MessagesSent } from '@app/reporting';
import { Body, Controller, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { messageModel } from './message-model';

const MANAGER = { roles: ['send_manager'], relation: 'case' } as const;
const LONGEST = 300;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TOO_LATE = 'Nothing was changed: somebody else has dealt with this message.';

/** What a manager may do with a message that waits: release it, stop it, or settle what nobody could tell. */
@Controller()
export class MessageDeskController {
  constructor(
    private readonly messages: MessagesSent,
    private readonly desk: MessageDesk,
    private readonly notes: Notes,
    private readonly log: AccessLog,
  ) {}

  @Post(paths.message.release(':id'))
  @Policy({ ...MANAGER, action: 'release a held message' })
  async release(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const message = await this.found(officer, id);
    const reason = one(body, 'reason');
    const problems = reasonProblems(reason, 'Say why it is safe to send');
    if (problems.length) return this.again(officer, message, body, problems);
    const isDone = await this.desk.release(officer, id, one(body, 'address'));
    if (isDone)
      await this.noted(
        officer,
        message,
        'message.released',
        `Released “${wordsFor(message)}” to be sent. ${reason ?? ''}`,
      );
    return redirect(paths.message.one(id), {
      flash: isDone
        ? 'The message is released and goes out with the next post.'
        : { kind: 'notice', text: TOO_LATE },
    });
  }

  @Post(paths.message.stop(':id'))
  @Policy({ ...MANAGER, action: 'stop a message before it leaves' })
  async stop(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const message = await this.found(officer, id);
    const reason = one(body, 'stopReason');
    const problems = reasonProblems(reason, 'Say why it must not be sent', 'stopReason');
    if (problems.length) return this.again(officer, message, body, problems);
    const isDone = await this.desk.stop(officer, id, reason ?? '');
    if (isDone)
      await this.noted(
        officer,
        message,
        'message.stopped',
        `Stopped “${wordsFor(message)}” before it left. ${reason ?? ''}`,
      );
    return redirect(paths.message.one(id), {
      flash: isDone ? 'The message is stopped.' : { kind: 'notice', text: TOO_LATE },
    });
  }

  @Post(paths.message.settle(':id'))
  @Policy({ ...MANAGER, action: 'settle a message that may not have arrived' })
  async settle(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Redirect> {
    const message = await this.found(officer, id);
    const arrived = one(body, 'act') === 'arrived';
    const isDone = arrived
      ? await this.desk.markSent(officer, id)
      : await this.desk.sendAgain(officer, id);
    const { caseId, childId } = message;
    if (isDone)
      await this.log.looked(officer, {
        action: arrived ? 'message.marked-sent' : 'message.sent-again',
        caseId,
        childId,
        page: 'message',
      });
    const done = arrived ? 'Marked as sent.' : 'The message goes out again with the next post.';
    return redirect(paths.message.one(id), {
      flash: isDone ? done : { kind: 'notice', text: TOO_LATE },
    });
  }

  private async found(officer: Actor, id: string): Promise<LedgerMessage> {
    const message = ID.test(id) ? await this.messages.find(officer, id) : undefined;
    if (!message) throw new NotFoundException();
    return message;
  }

  private again(
    officer: Actor,
    message: LedgerMessage,
    body: FormBody,
    problems: readonly Problem[],
  ): Page {
    const typed = {
      reason: one(body, 'reason'),
      stopReason: one(body, 'stopReason'),
      address: one(body, 'address'),
    };
    const problemBy = Object.fromEntries(problems.map(({ field, text }) => [field, text]));
    return page(
      'messages/message',
      { ...messageModel(message, officer), problems, problemBy, typed },
      { status: 422 },
    );
  }

  private async noted(
    officer: Actor,
    { caseId, childId }: LedgerMessage,
    action: string,
    words: string,
  ): Promise<void> {
    await this.log.looked(officer, { action, caseId, childId, page: 'message' });
    if (caseId) await this.notes.add(officer, caseId, words);
  }
}

function reasonProblems(reason: string | undefined, missing: string, field = 'reason'): Problem[] {
  if (!reason) return [{ field, text: missing }];
  return reason.length > LONGEST
    ? [{ field, text: `Reason: use ${LONGEST} characters or fewer` }]
    : [];
}

const wordsFor = ({ subject, notice }: LedgerMessage) => subject || titleOf(notice);
