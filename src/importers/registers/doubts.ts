// Every doubt that reading a register can raise. Codes are stable; the README prints this table.

/** Code of a doubt → what it says, in one sentence. */
export const registerDoubtMeaning = {
  CHANGE_UNDATED: 'Somebody has another ward or party than recorded; say with --on since when it is known.',
  COUNCIL_UNSURE: 'What the file says of a council contradicts itself, so it was left out.',
  GSS_CODE_ADDED: 'A code that no register gave yet was added to the council of that name.',
  PERSON_UNSURE: 'A name is also that of somebody recorded for another ward, so it was left out.',
  PLACE_OUTSIDE: 'A line is about no council or ward of the United Kingdom, so it was left out.',
  SEVERAL_SUCCESSORS: 'Several councils took the place of one, so none is recorded as its successor.',
  TEXT_DAMAGED: 'A text was damaged before it reached the file, so it was left out.',
  UNIT_UNKNOWN: 'A police unit is named that is not recorded, so it was left out.',
  VALUE_DIFFERS: 'The file states another value than the recorded one, which stays.',
  WARD_ADDED: 'No recorded ward of the council has this name, so a new one was recorded.',
  WARD_UNSURE: 'Several wards of the council have this name, so none is named.',
} as const satisfies Record<string, string>;

export type RegisterDoubtCode = keyof typeof registerDoubtMeaning;
