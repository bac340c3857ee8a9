// The closed lists of words this record uses, each value with the one sentence that
// the SDL, the data dictionary, the CSV metadata and the glossary print.
// Lower case in the store and in files, upper case in GraphQL.

/** One closed list: its published name, what it says, and its values in their meaningful order. */
export interface Vocabulary<V extends string = string> {
  readonly name: string;
  readonly description: string;
  readonly values: readonly V[];
  readonly meaning: Readonly<Record<V, string>>;
}

function vocabulary<V extends string>(
  name: string,
  description: string,
  meaning: Record<V, string>,
): Vocabulary<V> {
  return { name, description, values: Object.keys(meaning) as V[], meaning };
}

/** The union of a vocabulary's values: `Word<typeof outcome>`. */
export type Word<T> = T extends Vocabulary<infer V> ? V : never;

export const datePrecision = vocabulary('DatePrecision', 'How much of a date the source states.', {
  day: 'The day is stated.',
  month: 'Only the month is stated; the date holds its first day.',
  year: 'Only the year is stated; the date holds its first day.',
  unknown: 'No date is stated; the date is null.',
});

export const councilType = vocabulary('CouncilType', 'The kind of local authority.', {
  london_borough: 'One of the 32 London boroughs.',
  city_corporation: 'The City of London Corporation.',
  metropolitan_district: 'A metropolitan borough or city.',
  unitary: 'A single-tier authority, or one that the register calls unitary.',
  county: 'An upper-tier county council.',
  district: 'A lower-tier, non-metropolitan district.',
  combined_authority: 'A combined or strategic authority made of several councils.',
  strategic_authority: 'The Greater London Authority or another region-wide body.',
  other: 'Another kind of authority, as the register describes it.',
});

export const bodyKind = vocabulary('BodyKind', 'What kind of council body it is.', {
  full_council: 'The meeting of every councillor, whatever the council calls it.',
  executive: 'The cabinet, executive or policy committee that decides for the council.',
  scrutiny: 'An overview and scrutiny committee.',
  committee: 'Another committee of councillors.',
  commission: 'A commission or panel that reports to a committee.',
  board: 'A board on which councillors sit with others.',
  not_stated: 'The source does not say.',
});

export const motionKind = vocabulary('MotionKind', 'The item of business the motion was.', {
  members_motion: 'A motion put by councillors on notice.',
  themed_debate: 'A motion put at a debate on a theme set for the meeting.',
  non_executive_debate: 'A motion put in the time given to councillors outside the executive.',
  executive: 'A proposal of the executive.',
  amendment: 'A change proposed to another motion, with its own fate.',
  not_stated: 'The source does not say.',
});

export const motionTextStatus = vocabulary(
  'MotionTextStatus',
  'How much of the motion was read for this record.',
  {
    full: 'Every clause was read.',
    partial: 'Some clauses were not available.',
    withheld: 'The wording exists and is not published.',
    summary_only: 'Only a report of the motion was read, not its wording.',
  },
);

export const motionStage = vocabulary('MotionStage', 'A step in the life of a motion.', {
  notice_given: 'Notice of the motion was given or published before a meeting.',
  on_agenda: 'The motion was on a meeting’s agenda.',
  moved: 'A councillor moved it.',
  seconded: 'A councillor seconded it.',
  amendment_moved: 'An amendment to it was moved.',
  amendment_decided: 'An amendment to it was decided; the amendment holds the outcome.',
  debated: 'It was debated.',
  decided: 'A meeting decided it.',
  referred_to_executive: 'It was sent to the executive.',
  decided_by_executive: 'The executive decided it.',
  referred_to_scrutiny: 'It was sent to a scrutiny body.',
  considered_by_scrutiny: 'A scrutiny body considered it.',
  called_in: 'The decision was called in for review.',
  action_taken: 'Something it asked for was done.',
  response_received: 'Somebody it addressed replied.',
  progress_reported: 'Progress was reported back.',
  closed: 'The council closed it.',
  superseded: 'A later decision replaced it.',
});

export const outcome = vocabulary('Outcome', 'What a body decided.', {
  carried: 'Agreed as put.',
  carried_as_amended: 'Agreed with amendments.',
  lost: 'Voted down.',
  withdrawn: 'Taken back by its mover.',
  fell: 'Overtaken, for example by an identical text already carried.',
  lapsed: 'Never moved, or time ran out.',
  deferred: 'Put off to a later meeting.',
  referred: 'Sent to another body without a decision.',
  noted: 'Received without a decision.',
  ruled_out: 'Not allowed to be put.',
  unknown: 'Decided, but no source read so far says how.',
});

export const decisionMode = vocabulary('DecisionMode', 'How the decision was taken.', {
  unanimous: 'The source says that it was unanimous.',
  by_consent: 'Agreed without a vote.',
  show_of_hands: 'By show of hands.',
  recorded_vote: 'By a vote recorded by name.',
  casting_vote: 'A tie, settled by the chair.',
  not_stated: 'The source does not say.',
});

export const clauseKind = vocabulary('ClauseKind', 'Where a clause stands in a motion.', {
  title: 'The motion’s title printed as a clause.',
  heading: 'A numbered heading over other clauses.',
  lead_in: 'Words that begin the clauses below them.',
  notes: 'The council notes a fact or an event.',
  thanks_or_welcomes: 'The council thanks somebody or welcomes something.',
  concern_or_condemnation: 'The council is concerned about something or condemns it.',
  believes: 'The council states what it believes.',
  supports: 'The council resolves to support something.',
  resolves_self: 'The council resolves to do something itself.',
  directs_executive: 'The council asks or instructs its own executive.',
  directs_committee: 'The council asks or instructs one of its committees.',
  calls_on_external: 'The council calls on somebody outside it.',
  elaborates: 'A part that spells out the clause above it.',
});

export const clauseStance = vocabulary('ClauseStance', 'What a clause does, wherever it stands.', {
  none: 'It takes no stance, as a heading does not.',
  states: 'It states a fact or a view.',
  demands: 'It demands that somebody act.',
  reports_action: 'It reports something already done.',
  commits: 'It commits the council to act.',
});

export const clauseTextStatus = vocabulary(
  'ClauseTextStatus',
  'What the text of a clause is, or why there is none.',
  {
    as_decided: 'The wording that was decided.',
    as_tabled: 'The wording put before the meeting.',
    held_not_published: 'Wording was read, but its source does not allow it to be republished.',
    summary_only: 'Only our summary of what the source says is held.',
    unknown: 'Which version the wording belongs to is not known.',
  },
);

export const wording = vocabulary('Wording', 'Which version of the motion a clause was read from.', {
  as_decided: 'The version that was decided.',
  as_tabled: 'The version put before the meeting.',
  unknown: 'The source does not say.',
});

export const askVerb = vocabulary('AskVerb', 'The act that is asked for.', {
  write_to: 'Write to somebody.',
  call_on: 'Call on somebody publicly.',
  request: 'Request something.',
  endorse: 'Endorse or support something.',
  implement: 'Carry something out.',
  hold_to_account: 'Challenge somebody and hold them to account.',
  summon_or_invite: 'Summon or invite somebody to appear.',
  maintain_or_extend: 'Keep something going, or extend it.',
  work_with: 'Work with somebody.',
  campaign: 'Campaign for something.',
  change_law: 'Change the law.',
  fund: 'Pay for something.',
  reverse_cuts: 'Reverse cuts in funding.',
  reform_practice: 'Change a practice.',
  report_back: 'Report back.',
  adopt_policy: 'Adopt a policy.',
  commission_review: 'Commission a review.',
});

export const askState = vocabulary('AskState', 'What became of an ask.', {
  not_started: 'A source says that it has not begun.',
  in_progress: 'A source says that it has begun.',
  done: 'A source shows that it was done.',
  partly_done: 'A source shows that part of it was done.',
  refused: 'Whoever was asked refused.',
  superseded: 'A later decision replaced it.',
  no_evidence: 'It was looked for, and no source shows what became of it.',
  unknown: 'Nobody has looked yet.',
});

export const direction = vocabulary('Direction', 'Which way a council leans on a recommendation.', {
  supports: 'It wants the recommendation carried out.',
  supports_with_conditions: 'It supports it on conditions.',
  mixed: 'It supports part and opposes part.',
  notes_only: 'It only notes the recommendation.',
  opposes: 'It is against it.',
  none_expressed: 'It mentions it and takes no direction.',
});

export const basis = vocabulary('Basis', 'How a clause refers to a recommendation.', {
  named: 'It names the recommendation.',
  paraphrased: 'It says the same thing in its own words.',
  collective_all: 'It speaks of all the recommendations of the review together.',
  collective_part: 'It speaks of a stated part of the recommendations.',
  thematic: 'It shares the theme only, and claims nothing about the recommendation.',
  inferred: 'The link is ours, and is never shown as endorsement.',
});

export const strength = vocabulary('Strength', 'How far the council commits itself.', {
  commits_own_action: 'The council commits to act itself.',
  directs_own_body: 'The council directs one of its own bodies.',
  calls_on_others: 'The council calls on others to act.',
  states_view: 'The council states a view.',
  notes: 'The council only notes.',
});

export const scope = vocabulary('Scope', 'How what the council wants compares with the recommendation.', {
  as_recommended: 'The same as the recommendation.',
  goes_further: 'More than the recommendation.',
  narrower: 'Less than the recommendation, or a part of it.',
  different_means: 'The same end by other means.',
});

export const reviewState = vocabulary('ReviewState', 'Who has checked a reading.', {
  suggested: 'Proposed by a program; never counted as a position.',
  drafted: 'Written by a person, not yet checked.',
  checked_once: 'Checked by one other person.',
  checked_twice: 'Checked by two other people.',
  disputed: 'Readers disagree about it.',
  retired: 'No longer held.',
});

export const evidenceState = vocabulary(
  'EvidenceState',
  'Whether a cell holds a position, and if not, which kind of empty it is.',
  {
    found: 'A carried motion takes a position.',
    not_adopted: 'A motion cites it, but was not carried or its outcome is unknown.',
    silent: 'A carried motion on the review was read whole and says nothing on it.',
    source_unavailable: 'A carried motion on the review could be read only in part.',
    searched_none_found: 'A search of what could be read found no motion.',
    not_searched: 'Nobody has searched this council’s papers yet.',
  },
);

export const coverageResult = vocabulary('CoverageResult', 'What a search of a council’s papers gave.', {
  found: 'At least one motion on the review was found.',
  searched_none_found: 'The search found none.',
  source_unavailable: 'The papers could not be read.',
  not_searched: 'No search has been made.',
});

export const verification = vocabulary('Verification', 'How well a fact is established.', {
  verified: 'Read on a page that states it.',
  two_source: 'Stated by two independent pages.',
  inferred: 'Follows from other facts.',
  unverified: 'Not confirmed by a source read so far.',
});

export const organisationKind = vocabulary('OrganisationKind', 'What kind of actor or addressee it is.', {
  police: 'A police force or an officer of one.',
  mayor_gla: 'The Mayor of London, the Greater London Authority or the London Assembly.',
  uk_government: 'The UK government or one of its ministers.',
  parliament: 'Parliament or one of its committees.',
  own_executive: 'The council’s own executive, or an office in it.',
  own_committee: 'One of the council’s own committees.',
  own_council: 'The council itself, or all of its councillors.',
  other_council: 'Another council, or a body of councils.',
  public_body: 'Another public body.',
  company: 'A company.',
  public: 'Residents, or a group of them.',
});

export const personRole = vocabulary('PersonRole', 'What somebody did with a motion.', {
  mover: 'Moved it.',
  seconder: 'Seconded it.',
  presenter: 'Presented it without being recorded as its mover.',
});

export const voteOption = vocabulary('VoteOption', 'How a councillor voted in a recorded vote.', {
  for: 'Voted for.',
  against: 'Voted against.',
  abstain: 'Abstained.',
  not_voting: 'Was present and did not vote.',
  absent: 'Was absent.',
});

export const sourceKind = vocabulary('SourceKind', 'What kind of document a source is.', {
  council_page: 'A page of a council’s own site.',
  council_document: 'A document issued by a council.',
  public_body_page: 'A page of another public body.',
  party_page: 'A page of a political party.',
  news: 'A news article.',
  blog: 'A blog or a local site.',
  report: 'A published report.',
  parliament_record: 'A record of Parliament.',
  dataset: 'An open data file.',
  compilation: 'Our own reading of several pages, each named in the note.',
});

export const completeness = vocabulary('Completeness', 'How much of a source was read.', {
  full: 'All of it.',
  partial: 'A part of it.',
  unknown: 'Not recorded.',
});

export const revisionOperation = vocabulary('RevisionOperation', 'What happened to a record.', {
  insert: 'It was added.',
  update: 'It was changed.',
  delete: 'It was removed.',
});

export const change = vocabulary('ChangeKind', 'What happened to a record.', {
  added: 'It was not there before.',
  changed: 'It was there and holds something else now.',
  removed: 'It is gone; a record with an id of its own left a tombstone.',
  merged: 'It became one with another record, to which its id leads.',
});

export const changeReason = vocabulary('ChangeReason', 'Why a record was added, changed or removed.', {
  new_coverage: 'It was not recorded before.',
  source_changed: 'A source says something else than before, or a source read since says more.',
  our_correction: 'We had recorded it wrongly.',
  reinterpretation: 'The same words are read differently.',
  merge: 'Two records were of the same thing and became one.',
  redaction: 'A value was taken out for good.',
  derived: 'It follows by rule from other changes of the same publication.',
  not_stated: 'Whoever wrote the change did not say why.',
});

export const jobTrigger = vocabulary('JobTrigger', 'What started a run of a job.', {
  schedule: 'The clock of a server.',
  hand: 'A person, by the command.',
});

export const jobResult = vocabulary('JobResult', 'How a run of a job ended.', {
  running: 'It has not ended, or nobody has noticed yet that it was cut short.',
  published: 'A new snapshot is published.',
  unchanged: 'Everything was checked, and the newest snapshot still says it all.',
  failed: 'It stopped itself; the newest snapshot stays as it was.',
  cut_short: 'Its process ended without a word, as by a kill or a power cut.',
});

/** The GraphQL spelling of a stored word: `carried_as_amended` → `CARRIED_AS_AMENDED`. */
export function published(word: string): string {
  return word.toUpperCase();
}

/** A word as a person reads it: `carried_as_amended` → `carried as amended`. */
export function spoken(word: string): string {
  return word.replaceAll('_', ' ');
}
