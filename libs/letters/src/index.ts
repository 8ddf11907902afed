/** What Causeway says to people: one file a notice, who hears it and where, and the ledger that sends it once. */
export { type DigestFacts, type DigestLine, type LetterFacts } from './letter-facts';
export { LettersModule } from './letters.module';
export { type ClaimedMessage } from './ledger/message';
export { MessageDesk } from './ledger/message-desk.service';
export { MessageLedger } from './ledger/message-ledger.service';
export { type NewMessage, reasonClock, writeMessages } from './ledger/new-message';
export { forWorker, type NewTask, openTasks } from './ledger/new-task';
export { Settlement } from './ledger/settlement.service';
export { type Channel, type DigestNotice, type Notice, type Words } from './notice';
export { type NoticeOrder, NoticeWriter } from './notice-writer.service';
export { titleOf } from './notices';
export { n20 } from './notices/n-20';
export { n62 } from './notices/n-62';
export { NotifyPost, type NotifySettings } from './post/notify-post';
export { OutboxPost } from './post/outbox-post';
export { type Found, NotTaken, type Outgoing, type Post, Refused } from './post/post';
export { PostOffice } from './post/post-office';
export { SmtpPost, type SmtpSettings } from './post/smtp-post';
