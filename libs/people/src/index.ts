/** Children, their families and schools, the officers who work here, and the import of nominations. */
export { PeopleModule } from './people.module';
export { BadDetails, badField, RecordNotFound, type Problem } from './bad-details';
export {
  CARE_STATUSES,
  ETHNICITIES,
  FLAGS,
  LETTER_FORMATS,
  NEEDS,
  PR_ANSWERS,
  SEN_PROVISIONS,
  SEXES,
  UPN_UNKNOWN,
  YEAR_GROUPS,
} from './words';
export { type Alike, type AlikeChild } from './child/alike';
export { type ChildField, type ChildRecord } from './child/child-record';
export { type ChildDetails, readChild } from './child/child-details';
export { SchoolYears } from './child/school-year.service';
export { Children } from './child/children.service';
export { type ContactRecord, Contacts } from './contact/contacts.service';
export { type MergeCase, MergeRefused, type StandingMerge } from './merge/merge';
export { RecordMerges } from './merge/record-merges.service';
export { Households, type Sibling } from './household/households.service';
export { type RegisterImported } from './school/register-import';
export { type SchoolRow } from './school/school-record';
export { Schools } from './school/schools.service';
export { type TermBlock, type TermDates } from './calendar/school-terms';
export {
  type CalendarRecord,
  SchoolCalendars,
  type TypedCalendar,
} from './calendar/school-calendars.service';
export { type OfficerRecord, Officers, type TeamRecord } from './officer/officers.service';
export {
  type ChildHit,
  ChildSearch,
  type ExistsHit,
  type HitCase,
  type SearchResult,
} from './search/child-search.service';
export { visibleChildren } from './search/visible-children';
export { bare, codeReader, readYearGroup, readYesNo } from './typed/codes';
export { readSchoolNumber, readUpn } from './typed/identifiers';
export { nameReader } from './typed/names';
export { readTypedDay } from './typed/typed-day';
export { quoted, type Reader, type Reading } from './typed/reading';
export { FileRefused } from './file/file-refused';
export { csvFile, looksLikeFormula } from './file/csv-writing';
export { type WorkbookCell, type WorkbookSheet, writeWorkbook } from './file/workbook-writing';
export { type OpenTable, type TableLimits } from './file/open-table';
export { type OpenCase } from './nominations/commit-rows';
export { NominationImport } from './nominations/nomination-import.service';
export { type NominationPayload } from './nominations/nomination-payload';
export { checkRows } from './staging/check-rows';
export {
  type CellsOf,
  type Column,
  extraCells,
  needed,
  optional,
  readCells,
} from './staging/columns';
export { type Download } from './staging/error-file';
export {
  type ImportFileRow,
  type ImportStatus,
  lockFile,
  moveTo,
  nextRows,
  type Outcome,
  type RowStatus,
  type StoredRow,
  writeOutcomes,
} from './staging/import-file';
export { type ImportedRow, type ImportProgress } from './staging/import-reads';
export { type FileKind, receiveFile, type Received, type RowToStore } from './staging/receive-file';
export { type RowProblem } from './staging/row-problem';
export { forgetUploads, mustBeId, StagedFiles, type UnfinishedFile } from './staging/staged-files';
