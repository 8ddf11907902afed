import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { AccessDenied, Refusals } from '@app/access';
import { CaseNotFound } from '@app/casework';
import { RecordNotFound } from '@app/people';
import { askedRecord } from '../record-access/reading-pace';
import { Views } from '../frame/views';
import { page, redirect } from '../page';
import { type Answer, told } from './answer';
import { isDatabaseAway } from './database-away';
import { domainAnswer } from './domain-answers';
import { FaultLog } from './fault-log';
import { RoleRefused } from './refusals';
import { requestAnswer } from './request-answers';

/** The one place where an error becomes a page, or JSON under /api. What nobody expected is logged here, once. */
@Catch()
@Injectable()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly views: Views,
    private readonly faults: FaultLog,
    private readonly refusals: Refusals,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    await this.noteRefusal(error, request);
    const answer = domainAnswer(error) ?? requestAnswer(error) ?? this.unexpected(error, request);
    if (isForProgram(request)) reply.code(answer.status).send(answer.json);
    else if (answer.goTo) reply.send(redirect(answer.goTo));
    else reply.send(page(this.templateOf(answer), answer.model, { status: answer.status }));
  }

  /** Whoever is refused a record leaves a line, and is refused also when the line cannot be written. */
  private async noteRefusal(error: unknown, request: FastifyRequest): Promise<void> {
    const { session, routeOptions } = request;
    if (!session || !isRefusal(error)) return;
    const what = routeOptions.config.policy?.action ?? error.message;
    await this.refusals
      .note(session.actor, what, askedRecord(request) ?? {})
      .catch((fault: unknown) => this.faults.note(request.id, fault, routeOptions.url));
  }

  private templateOf({ template, status }: Answer): string {
    if (this.views.has(template)) return template;
    return status === 409 ? 'errors/conflict' : 'errors/told';
  }

  private unexpected(error: unknown, request: FastifyRequest): Answer {
    const reference = request.id;
    if (isDatabaseAway(error)) {
      this.faults.note(reference, 'the database cannot be reached');
      return told(
        503,
        'Causeway cannot reach its records',
        'Your answers were not saved. Keep this page open, wait a minute, then go back and send them again.',
        { reference },
      );
    }
    this.faults.note(reference, error, request.routeOptions.url);
    return told(
      500,
      'Something went wrong on our side',
      'What you sent was not recorded unless you see it on the case. Try again; if it happens again, give the data team the number below.',
      { reference },
    );
  }
}

function isForProgram({ url, headers }: FastifyRequest): boolean {
  return url.startsWith('/api/') || (headers.accept?.startsWith('application/json') ?? false);
}

const isRefusal = (error: unknown): error is Error =>
  error instanceof AccessDenied ||
  error instanceof RoleRefused ||
  error instanceof CaseNotFound ||
  error instanceof RecordNotFound;
