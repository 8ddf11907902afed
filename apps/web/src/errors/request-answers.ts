import { HttpException } from '@nestjs/common';
import { paths } from '../paths';
import { wordsOf } from '../sign-in/kept-form';
import { type Answer, told } from './answer';
import {
  FormNotOurs,
  NotSignedIn,
  RoleRefused,
  SecondStepMissing,
  TooManyRecords,
  TooManyRequests,
  UnreadableRequest,
} from './refusals';

/** The answer to a request that could not be taken: not signed in, not found, too large. Undefined for a fault of ours. */
export function requestAnswer(error: unknown): Answer | undefined {
  if (error instanceof NotSignedIn) return signInFirst(error);
  if (error instanceof SecondStepMissing)
    return { ...SECOND_STEP_FIRST, goTo: paths.secondStep.home };
  if (error instanceof RoleRefused) return roleRefused(error);
  if (error instanceof FormNotOurs) return FORM_NOT_OURS;
  if (error instanceof TooManyRecords) return MANY_RECORDS;
  if (error instanceof TooManyRequests) return BY_STATUS[429];
  if (error instanceof UnreadableRequest)
    return told(400, 'This could not be read', `${error.words} Nothing was changed.`);
  return byStatus(statusOf(error));
}

const FORM_NOT_OURS = told(
  403,
  'This form is out of date',
  'Nothing was changed. Go back, load the page again and send it once more.',
);

const SECOND_STEP_FIRST = told(
  403,
  'Set up a code after your password first',
  'This council asks for a code from an authenticator app beside the password. Set it up on the page of your account.',
);

const MANY_RECORDS = told(
  429,
  'Wait a few minutes before you open another record',
  'You have opened the records of very many children in a short time. Those that you have just seen stay open to you. The information governance lead can see that you were asked to wait. If your work needs this, tell them.',
);

const BY_STATUS: Readonly<Record<number, Answer>> = {
  404: told(
    404,
    'Page not found',
    'Check the address if you typed it. If you followed a link from another page of Causeway, tell the data team.',
  ),
  405: told(
    405,
    'This cannot be done here',
    'The address does not take this kind of request. Nothing was changed.',
  ),
  413: told(
    413,
    'This is too large',
    'A form may hold 1 MB and a file 10 MB. Nothing was changed.',
  ),
  415: told(
    415,
    'This kind of content is not taken',
    'Send a form, or JSON to the addresses under /api. Nothing was changed.',
  ),
  429: told(
    429,
    'Too many requests',
    'Causeway takes only so many requests in a minute. Wait a minute and try again. Nothing was changed.',
  ),
};

function signInFirst({ kept }: NotSignedIn): Answer {
  const answer = told(401, 'Sign in first', 'Your session has ended, or you are not signed in.');
  if (!kept) return { ...answer, goTo: paths.signIn };
  const model = { kept: JSON.stringify(kept), words: wordsOf(kept) };
  return { ...answer, template: 'sign-in/ended', model };
}

function roleRefused({ action }: RoleRefused): Answer {
  return told(
    403,
    'You cannot open this',
    `You would need a role that may ${action}. If it belongs to your work, ask an administrator.`,
  );
}

function byStatus(status: number | undefined): Answer | undefined {
  if (status === undefined || status >= 500) return undefined;
  return (
    BY_STATUS[status] ??
    told(
      status,
      'This could not be read',
      'Something in the request is malformed. Nothing was changed.',
    )
  );
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}
