/** What Causeway says to people: one file a notice, who hears it and where, and the ledger that sends it once. */
export { letterSettings } from './authority-settings';
export {
  type ContactPoint,
  type DigestFacts,
  type DigestLine,
  type LetterFacts,
} from './letter-facts';
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
export { feedbackOf, mayLeaveRoom } from './feedback-of';
export { departureOf } from './departure';
export { n16SchoolItem } from './notices/n-16';
export { n17Member, n17School } from './notices/n-17';
export { n18Sittings } from './notices/n-18';
export { n45Sitting } from './notices/n-45';
export { type MovedSitting, type SittingLetter } from './sitting-words';
export { n20 } from './notices/n-20';
export { n24, n24Outside, n24Soon, n24ToManager } from './notices/n-24';
export { n55Termly, type ReviewToPlan } from './notices/n-55';
export { n62 } from './notices/n-62';
export { n64ToLead, n64ToManager } from './notices/n-64';
export { NotifyPost, type NotifySettings } from './post/notify-post';
export { OutboxPost } from './post/outbox-post';
export { type Found, NotTaken, type Outgoing, type Post, Refused } from './post/post';
export { PostOffice } from './post/post-office';
export { SmtpPost, type SmtpSettings } from './post/smtp-post';
