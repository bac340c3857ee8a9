// Every table of the store, parents before children: the order in which records can be written.
import type { InferKyselyDB } from '@mikro-orm/sql';
import { Ask, AskTheme } from './ask.js';
import { Body, BodySource } from './body.js';
import { Citation } from './citation.js';
import { Claim } from './claim.js';
import { Clause } from './clause.js';
import { Council, CouncilIdentifier, CouncilName, CouncilSource } from './council.js';
import { Councillor, CouncillorIdentifier, CouncillorSource } from './councillor.js';
import { Coverage, CoverageSource } from './coverage.js';
import { FollowUp, FollowUpSource } from './follow-up.js';
import { HeldText } from './held-text.js';
import { DataVersion, JobRun, Revision, SearchWord, SeedRecord, SeedState } from './internal.js';
import { Licence } from './licence.js';
import { ListedCouncillor } from './listed-councillor.js';
import { MatrixCell, ReviewMotion } from './matrix-cell.js';
import { Meeting, MeetingSource } from './meeting.js';
import { Membership, MembershipSource } from './membership.js';
import { Motion, MotionSource } from './motion.js';
import { MotionEvent, MotionEventSource } from './motion-event.js';
import { MotionPerson, MotionPersonSource } from './motion-person.js';
import { Organisation, OrganisationSource } from './organisation.js';
import { Party, PartySource } from './party.js';
import { PoliceUnit, PoliceUnitSource } from './police-unit.js';
import {
  Recommendation,
  RecommendationAddressee,
  RecommendationSource,
  RecommendationTheme,
} from './recommendation.js';
import { Redirect } from './redirect.js';
import { Review, ReviewSource } from './review.js';
import { Source } from './source.js';
import { SuggestedTheme } from './suggested-theme.js';
import { ClausePrint, TextMatch } from './text-match.js';
import { Theme, ThemePhrase } from './theme.js';
import { Tombstone } from './tombstone.js';
import { Vote } from './vote.js';
import { Ward, WardSource } from './ward.js';

/** The tables that are published, in the order in which they can be written. */
export const publishedTables = [
  Licence,
  Source,
  Theme,
  Party,
  PartySource,
  PoliceUnit,
  PoliceUnitSource,
  Council,
  CouncilSource,
  CouncilName,
  CouncilIdentifier,
  Ward,
  WardSource,
  Councillor,
  CouncillorSource,
  CouncillorIdentifier,
  ListedCouncillor,
  Body,
  BodySource,
  Meeting,
  MeetingSource,
  Membership,
  MembershipSource,
  Organisation,
  OrganisationSource,
  Review,
  ReviewSource,
  Recommendation,
  RecommendationSource,
  RecommendationAddressee,
  RecommendationTheme,
  Motion,
  MotionSource,
  MotionPerson,
  MotionPersonSource,
  MotionEvent,
  MotionEventSource,
  Vote,
  Clause,
  Ask,
  AskTheme,
  FollowUp,
  FollowUpSource,
  Citation,
  Claim,
  TextMatch,
  Coverage,
  CoverageSource,
  Redirect,
  Tombstone,
] as const;

/** The tables that keep the store in order; never published. */
export const internalTables = [
  HeldText,
  ThemePhrase,
  SuggestedTheme,
  ClausePrint,
  ReviewMotion,
  MatrixCell,
  Revision,
  DataVersion,
  SearchWord,
  SeedRecord,
  SeedState,
  JobRun,
] as const;

/** All tables. */
export const tables = [...publishedTables, ...internalTables] as const;

/** The database as Kysely sees it: table and column names in snake_case. */
export type Database = InferKyselyDB<(typeof tables)[number]>;

/** The name of a table. */
export type TableName = keyof Database & string;

/** A row of a table as read. */
export type Row<T extends TableName> = { [C in keyof Database[T]]: Database[T][C] };
