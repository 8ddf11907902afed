import { LinksForMembers1795302900000 } from './1795302900000-links-for-members';
import { DatesThatSayWhy1795301800000 } from './1795301800000-dates-that-say-why';
import { AroundTheSitting1795301400000 } from './1795301400000-around-the-sitting';
import { AskedToAnItem1795302200000 } from './1795302200000-asked-to-an-item';
import { ForecastsOfTheNight1795302800000 } from './1795302800000-forecasts-of-the-night';
import { TheFirstRooms1795300000000 } from './1795300000000-the-first-rooms';
import { BoardsAtAnySize1795301900000 } from './1795301900000-boards-at-any-size';
import { CasesThatMeet1795300600000 } from './1795300600000-cases-that-meet';
import { ChildrenFoundInTheData1795301200000 } from './1795301200000-children-found-in-the-data';
import { DaysOffThatAreProposed1795302710000 } from './1795302710000-days-off-that-are-proposed';
import { DocumentsTakenAway1795300750000 } from './1795300750000-documents-taken-away';
import { LawInBatches1795302700000 } from './1795302700000-law-in-batches';
import { LawThatChanges1795301700000 } from './1795301700000-law-that-changes';
import { MinutesThatAreKept1795302300000 } from './1795302300000-minutes-that-are-kept';
import { NamesThatSoundAlike1795300100000 } from './1795300100000-names-that-sound-alike';
import { NumbersOfAHit1795302500000 } from './1795302500000-numbers-of-a-hit';
import { NewerVersions1795300700000 } from './1795300700000-newer-versions';
import { OpenClocksOfACase1795300300000 } from './1795300300000-open-clocks-of-a-case';
import { PlacesThatCloseAndChildrenWhoMove1795300800000 } from './1795300800000-places-that-close-and-children-who-move';
import { PlansThatAreHeld1795301600000 } from './1795301600000-plans-that-are-held';
import { PlansThatMoveIn1795302400000 } from './1795302400000-plans-that-move-in';
import { WhatReturnsAsk1795302600000 } from './1795302600000-what-returns-ask';
import { PrioritiesOfTheNight1795301500000 } from './1795301500000-priorities-of-the-night';
import { SaidOnceAndSiblings1795301000000 } from './1795301000000-said-once-and-siblings';
import { PanelsThatSit1795301100000 } from './1795301100000-panels-that-sit';
import { PapersForAWhile1795303000000 } from './1795303000000-papers-for-a-while';
import { SettingsOfACouncil1795300900000 } from './1795300900000-settings-of-a-council';
import { SittingsThatMove1795301300000 } from './1795301300000-sittings-that-move';
import { SupportAroundAChild1795300500000 } from './1795300500000-support-around-a-child';
import { WorkOfOthers1795300400000 } from './1795300400000-work-of-others';
import { WorkWithoutACase1795300200000 } from './1795300200000-work-without-a-case';
import { ASecondStep1795303110000 } from './1795303110000-a-second-step';
import { RefusalsThatAreKept1795303100000 } from './1795303100000-refusals-that-are-kept';

/** Oldest first; a merged migration is never edited, the next one is added below. */
export const migrations = [
  TheFirstRooms1795300000000,
  NamesThatSoundAlike1795300100000,
  WorkWithoutACase1795300200000,
  OpenClocksOfACase1795300300000,
  WorkOfOthers1795300400000,
  SupportAroundAChild1795300500000,
  CasesThatMeet1795300600000,
  NewerVersions1795300700000,
  DocumentsTakenAway1795300750000,
  PlacesThatCloseAndChildrenWhoMove1795300800000,
  SettingsOfACouncil1795300900000,
  SaidOnceAndSiblings1795301000000,
  PanelsThatSit1795301100000,
  ChildrenFoundInTheData1795301200000,
  SittingsThatMove1795301300000,
  AroundTheSitting1795301400000,
  PrioritiesOfTheNight1795301500000,
  PlansThatAreHeld1795301600000,
  LawThatChanges1795301700000,
  DatesThatSayWhy1795301800000,
  BoardsAtAnySize1795301900000,
  AskedToAnItem1795302200000,
  MinutesThatAreKept1795302300000,
  PlansThatMoveIn1795302400000,
  NumbersOfAHit1795302500000,
  WhatReturnsAsk1795302600000,
  LawInBatches1795302700000,
  DaysOffThatAreProposed1795302710000,
  ForecastsOfTheNight1795302800000,
  LinksForMembers1795302900000,
  PapersForAWhile1795303000000,
  RefusalsThatAreKept1795303100000,
  ASecondStep1795303110000,
];
