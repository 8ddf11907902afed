import { type Statements } from '@app/database';
import { NotifyPost, OutboxPost, PostOffice, SmtpPost } from '@app/letters';
import { type Clock } from '@app/statutory-calendar';
import { type Config, patienceOf } from './config';

/** Notify where there is a key, SMTP where there is a mail server; all else goes to the built-in outbox. */
export function postOffice(config: Config, statements: Statements, clock: Clock): PostOffice {
  const outbox = new OutboxPost(statements, clock);
  const { notify, smtp } = config;
  if (notify) {
    const post = new NotifyPost(notify);
    return new PostOffice(outbox, {
      email: post,
      ...(notify.letterTemplate ? { letter: post } : {}),
    });
  }
  return smtp
    ? new PostOffice(outbox, { email: new SmtpPost({ ...smtp, patience: patienceOf(config) }) })
    : new PostOffice(outbox);
}
