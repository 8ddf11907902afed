import { Module } from '@nestjs/common';
import { AccountController } from './account.controller';
import { AccountsRepository } from './accounts.repository';
import { AttemptsRepository } from './attempts.repository';
import { PasswordService } from './password.service';
import { SecondStepController } from './second-step.controller';
import { SecondStepRepository } from './second-step.repository';
import { SecondSteps } from './second-step.service';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';

/** Coming in, going out, and one's own account. */
@Module({
  controllers: [SignInController, AccountController, SecondStepController],
  providers: [
    AccountsRepository,
    AttemptsRepository,
    PasswordService,
    SecondStepRepository,
    SecondSteps,
    SignInService,
  ],
})
export class SignInModule {}
