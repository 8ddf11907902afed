import { type FeedKind, feedTitle } from '@app/attendance';
import { type ImportProgress } from '@app/people';
import { paths } from '../paths';
import { fileModel } from './import-model';

/** A file of a feed in a list and at the head of its page. */
export function feedModel(file: ImportProgress) {
  return {
    ...fileModel(file),
    title: feedTitle(file.kind as FeedKind),
    href: paths.feeds.file(file.fileId),
    backHref: paths.feeds.home,
    backText: 'Attendance and suspensions',
    addedWords: 'rows kept',
  };
}
