import { AccessDenied, type Actor } from '@app/access';
import {
  DOCUMENT_FORMATS,
  type DocumentRow,
  Documents,
  mayTakeAway,
  type OpenedDocument,
  type ScanResult,
  type SupportedCase,
} from '@app/casework';
import { Injectable, NotFoundException } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fileName } from './document-model';
import { VirusScan } from './virus-scan';

/** A document that is there, with its bytes where the virus check lets them out. */
export interface CheckedDocument {
  readonly document: DocumentRow;
  readonly bytes: Buffer | undefined;
}

/** Documents as they leave a case: looked at by the virus check, under names that say nothing of the child. */
@Injectable()
export class CheckedDocuments {
  constructor(
    private readonly documents: Documents,
    private readonly scanner: VirusScan,
  ) {}

  /** What the virus check says of a file that somebody sends. */
  scan(bytes: Buffer): Promise<ScanResult> {
    return this.scanner.of(bytes);
  }

  /** @throws NotFoundException also for one that was taken away */
  async open(officer: Actor, caseId: string, id: string): Promise<CheckedDocument> {
    const document = await this.mustFind(officer, caseId, id);
    return { document, bytes: await this.cleanBytes(document) };
  }

  /** @throws AccessDenied for one that somebody else added, unless this person leads the work */
  async toTakeAway(
    officer: Actor,
    { file }: SupportedCase,
    id: string,
    action: string,
  ): Promise<DocumentRow> {
    const document = await this.mustFind(officer, file.id, id);
    if (!mayTakeAway(officer, document)) throw new AccessDenied(action);
    return document;
  }

  private async mustFind({ authority }: Actor, caseId: string, id: string) {
    const document = await this.documents.find(authority, caseId, id);
    if (!document || document.removedOn) throw new NotFoundException();
    return document;
  }

  /** The bytes that may be handed out: one that waited is looked at again first. */
  private async cleanBytes({ id, scan, bytes }: OpenedDocument): Promise<Buffer | undefined> {
    if (!bytes || scan === 'infected') return undefined;
    if (scan !== 'waiting') return bytes;
    const found = await this.scanner.of(bytes);
    if (found === 'clean' || found === 'infected') await this.documents.scanned(id, found);
    return found === 'clean' ? bytes : undefined;
  }
}

/** Why a document is not handed out. */
export const NOT_PASSED = 'This document cannot be opened before the virus check has passed it.';

/** Says of what kind the file is and what it is to be saved as, and that nothing in it is to be run. */
export function asDownload(reply: FastifyReply, document: DocumentRow, reference: string): void {
  reply
    .header('content-type', DOCUMENT_FORMATS[document.format].media)
    .header('content-disposition', `attachment; filename="${fileName(document, reference)}"`)
    .header('x-content-type-options', 'nosniff');
}
