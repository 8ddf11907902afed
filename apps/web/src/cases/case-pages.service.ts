import { AccessDenied, AccessLog, type Actor } from '@app/access';
import { CaseReader, type OpenedCase } from '@app/casework';
import { Injectable } from '@nestjs/common';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { identityOf, type IdentityModel } from './identity';

/** What every page of a case has: the child, the sections, the address. */
export interface CaseFrame {
  readonly reference: string;
  readonly pathwayTitle: string;
  readonly child: IdentityModel;
  readonly forename: string;
  readonly sections: readonly { text: string; href: string; current: boolean }[];
  readonly caseHref: string;
  /** The child’s own school is looking. */
  readonly isSchool: boolean;
}

/** What the child’s own school sees: where the case is, its dates and what the school is to do, never notes, messages or what others said. */
const FOR_SCHOOLS = ['Overview', 'Dates and clocks', 'Actions'];
const OPEN_TO_SCHOOLS: readonly string[] = ['overview', 'dates', 'why this date', 'actions'];

/** Opens cases for pages: nobody sees one without a line in the access log. */
@Injectable()
export class CasePages {
  constructor(
    private readonly reader: CaseReader,
    private readonly log: AccessLog,
  ) {}

  /** @throws CaseNotFound also for a case that this person may not know of; AccessDenied for a part that schools do not see */
  async open(officer: Actor, reference: string, pageName: string): Promise<OpenedCase> {
    const opened = await this.reader.open(officer, reference);
    if (opened.relation === 'own_school' && !OPEN_TO_SCHOOLS.includes(pageName))
      throw new AccessDenied('see this part of the case');
    const { id: caseId, childId } = opened.file;
    await this.log.looked(officer, {
      action: 'case.seen',
      caseId,
      childId,
      page: pageName,
      relation: opened.relation,
    });
    return opened;
  }

  /** A page of a case. */
  show(
    opened: OpenedCase,
    template: string,
    model: object,
    { status = 200, current = '' } = {},
  ): Page {
    return page(template, { ...this.frame(opened, current), ...model }, { status });
  }

  private frame({ file, pathway, today, relation }: OpenedCase, current: string): CaseFrame {
    const { reference } = file;
    const isEhc = pathway.name === 'ehc_needs_assessment';
    const isFlagged = file.state.value['safeguarding'] === 'flagged';
    const more = isFlagged ? [{ text: 'Safeguarding concern', serious: true }] : [];
    const places = [
      ['Overview', paths.case(reference)],
      ...(isEhc ? [['Advice', paths.caseFile.advice(reference)]] : []),
      ['Dates and clocks', paths.caseFile.dates(reference)],
      ['Plan', paths.support.plan(reference)],
      ['Actions', paths.support.actions(reference)],
      ['Visits and measures', paths.support.visits(reference)],
      ['Views', paths.support.views(reference)],
      ['Documents', paths.support.documents(reference)],
      ['Timeline', paths.caseFile.timeline(reference)],
      ['Notes', paths.caseFile.notes(reference)],
      ['People', paths.caseFile.people(reference)],
      ['Messages sent', paths.caseFile.messages(reference)],
      ['Who has looked', paths.caseFile.looked(reference)],
      ['Summary to print', paths.caseFile.summary(reference)],
    ] as const;
    return {
      reference,
      pathwayTitle: pathway.title,
      child: identityOf(file, today, { reference, more }),
      forename: file.forename,
      isSchool: relation === 'own_school',
      sections: places
        .filter(([text = '']) => relation !== 'own_school' || FOR_SCHOOLS.includes(text))
        .map(([text = '', href = '']) => ({ text, href, current: text === current })),
      caseHref: paths.case(reference),
    };
  }
}
