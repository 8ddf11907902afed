/** What schools send about attendance and suspensions, the rules that find children in it, and their priority. */
export { AttendanceModule } from './attendance.module';
export { FEED_KINDS, type FeedKind } from './feeds/feed';
export { FeedImport, feedTitle } from './feeds/feed-import.service';
