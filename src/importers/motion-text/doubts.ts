// Every doubt that reading a motion, or putting it into the store, can raise. Codes are stable; the
// README prints this table.

/** Code of a doubt → what it says, in one sentence. */
export const doubtMeaning = {
  ACTOR_UNKNOWN: 'An ask names somebody to act who is not recorded, so it was not suggested.',
  ADDRESS_REPEATED: 'Two clauses would have the same address, so the later one has a suffix.',
  AMBIGUOUS_MOTION: 'Several recorded motions fit the text; nothing was written for it.',
  AMENDMENT_NOT_RECORDED: 'An amendment is told of that the record of the motion did not hold.',
  CLAUSE_JOINED: 'A clause was split, as by a page break, and its parts were joined.',
  CLAUSE_NOT_IN_DOCUMENT: 'The record holds clauses that the text does not print.',
  CLAUSE_NOT_IN_RECORD: 'The text prints a clause that the record did not hold; it was added.',
  COUNCIL_AMBIGUOUS: 'The text names several councils equally often; say which with --council.',
  COUNCIL_DIFFERS: 'The text names other councils and never the one given with --council.',
  COUNCIL_UNKNOWN: 'The text names no council that is known; say which with --council.',
  DATE_INFERRED: 'A date was worked out from a weekday and the date of publication.',
  DATE_MISMATCH: 'A printed weekday does not fit its date.',
  ENCODING_GUESSED: 'Nothing in the file says how it is encoded; it was read as the likeliest encoding.',
  EVENT_NOT_IN_RECORD: 'The text shows an event that the record does not hold; it was not added.',
  FORMAT_NOT_READ: 'The file is neither text nor HTML and was not read.',
  KIND_DIFFERS: 'A clause reads as another kind than the one recorded; the recorded one stays.',
  KIND_UNSURE: 'A clause stands under one kind of heading and reads like another.',
  LABEL_GAP: 'A label does not follow the one before it.',
  LABEL_INFERRED: 'A label is missing where the next one shows that it should be.',
  LABEL_REPEATED: 'A label is printed twice at the same level.',
  LEVEL_UNSURE: 'It is not certain which clause this one stands under.',
  MOTION_ALIKE:
    'A recorded motion of the council has half of the same short clauses; this one was recorded as another.',
  MOVER_UNSURE: 'A name stands with the motion, but what that person did is not said.',
  NO_CLAUSES: 'No clause was found in the text.',
  OUTCOME_UNSURE: 'Something about a decision is said that could not be read for certain.',
  PARAGRAPH_JOINED: 'A paragraph without a label was taken as part of the clause above it.',
  PARTIAL_TEXT: 'The page stops before the whole motion is printed.',
  PERSON_NOT_OFFICE_HOLDER:
    'A clause names somebody who is not known as an office-holder; its wording is held.',
  REPEAT_DIFFERS: 'The text prints the motion twice in different words; the fuller printing was taken.',
  REVIEW_AMBIGUOUS: 'A review is named, but not enough is said to tell which one.',
  RIGHTS_NOT_STATED: 'No licence was given for the text, so its wording is held and not published.',
  RIGHTS_SHARE_ALIKE:
    'The licence asks for share-alike, so the wording is held apart and not published among ours.',
  SEVERAL_MOTIONS: 'The text seems to hold more than one motion.',
  TEXT_TOO_LONG: 'The text has more lines than any paper of a council; those from here on were not read.',
  TEXT_UNPLACED: 'Some text is neither a clause nor a field that is known.',
  TITLE_NOT_STATED: 'The text states no title for the motion.',
  VERSION_DIFFERS: 'The text is the version put before the meeting; the recorded one, as decided, stays.',
  VOTER_NOT_KNOWN:
    'A voter’s name is not that of exactly one councillor known for certain; that vote is not recorded.',
  VOTES_UNSURE: 'A list of voters could not be read or placed for certain; its names are not given.',
  WORDING_DIFFERS: 'Another source gives other words for a clause; the recorded ones stay.',
} as const satisfies Record<string, string>;

export type DoubtCode = keyof typeof doubtMeaning;

/** One thing the reader could not be certain of; line 0 speaks of the whole text. */
export interface Doubt {
  code: DoubtCode;
  line: number;
  message: string;
}

/** A doubt with its own sentence, or that of the table. */
export function doubt(code: DoubtCode, line: number, message: string = doubtMeaning[code]): Doubt {
  return { code, line, message };
}
