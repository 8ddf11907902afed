import { HttpException } from '@nestjs/common';
import { paths } from '../paths';
import { type Answer, told } from './answer';
import {
  FormNotOurs,
  NotSignedIn,
  RoleRefused,
  TooManyRequests,
  UnreadableRequest,
} from './refusals';

/** The answer to a request that could not be taken: not signed in, not found, too large. Undefined for a fault of ours. */
export function requestAnswer(error: unknown): Answer | undefined {
  if (error instanceof NotSignedIn)
    return {
      ...told(401, 'Sign in first', 'Your session has ended, or you are not signed in.'),
      goTo: paths.signIn,
    };
  if (error instanceof RoleRefused)
    return told(
      403,
      'You cannot open this',
      `You would need a role that may ${error.action}. If it belongs to your work, ask an administrator.`,
    );
  if (error instanceof FormNotOurs)
    return told(
      403,
      'This form is out of date',
      'Nothing was changed. Go back, load the page again and send it once more.',
    );
  if (error instanceof TooManyRequests)
    return told(
      429,
      'Too many requests',
      'Causeway takes only so many requests in a minute. Wait a minute and try again. Nothing was changed.',
    );
  if (error instanceof UnreadableRequest)
    return told(400, 'This could not be read', `${error.words} Nothing was changed.`);
  return byStatus(statusOf(error));
}

function byStatus(status: number | undefined): Answer | undefined {
  if (status === undefined || status >= 500) return undefined;
  if (status === 404)
    return told(
      404,
      'Page not found',
      'Check the address if you typed it. If you followed a link from another page of Causeway, tell the data team.',
    );
  if (status === 405)
    return told(
      405,
      'This cannot be done here',
      'The address does not take this kind of request. Nothing was changed.',
    );
  if (status === 413)
    return told(
      413,
      'This is too large',
      'A form may hold 1 MB and a file 10 MB. Nothing was changed.',
    );
  if (status === 415)
    return told(
      415,
      'This kind of content is not taken',
      'Send a form, or JSON to the addresses under /api. Nothing was changed.',
    );
  if (status === 429) return requestAnswer(new TooManyRequests());
  return told(
    status,
    'This could not be read',
    'Something in the request is malformed. Nothing was changed.',
  );
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}
