import { type Actor } from '@app/access';
import { Once, type OpenedCase, type SupportedCase } from '@app/casework';
import { type Runner } from '@app/database';
import { Injectable } from '@nestjs/common';
import { SupportForms } from '../support/support-forms.service';
import { commandKey } from './commands';

/** What a program sends to be written beside a case. */
interface Sent {
  readonly reference: string;
  /** What is written there, as the access log says it: 'visits'. */
  readonly part: string;
  readonly key: string | undefined;
  readonly said: unknown;
  /** It is for cases that have ended too. */
  readonly whenEnded?: boolean;
}

/** What programs read and write beside a case: seen, logged and refused as on the pages, and written once for a key. */
@Injectable()
export class Additions {
  constructor(
    private readonly forms: SupportForms,
    private readonly once: Once,
  ) {}

  /** @throws CaseNotFound also for a case that this person may not know of */
  see(officer: Actor, reference: string, part: string): Promise<OpenedCase> {
    return this.forms.see(officer, reference, part);
  }

  /** A case that is written beside. @throws AccessDenied for people who only read */
  work(officer: Actor, reference: string, part: string): Promise<OpenedCase> {
    return this.forms.work(officer, reference, part);
  }

  /** Writes on a case that still runs, or on one that has ended where that is meant. @throws NotAllowedNow when it has ended; KeyUsedDifferently */
  write<T extends object>(
    officer: Actor,
    { file }: SupportedCase,
    { reference, part, key, said, whenEnded }: Sent,
    write: (runner: Runner) => Promise<T>,
  ): Promise<T> {
    const sent = { key: commandKey(officer, key), said: [reference, part, said] };
    return this.once.keep(officer, sent, (runner) => {
      if (!whenEnded) this.forms.refuseEnded(file);
      return write(runner);
    });
  }
}
