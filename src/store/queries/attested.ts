/**
 * The condition that a source attests membership `m`, by its alias, on a day: it had begun or was seen by then, and
 * ended or was seen no earlier. Null where not enough is known, so such a membership is never taken for held.
 */
export const attestedOn = (m: string, day: string): string =>
  `least(${m}.start_date, ${m}.first_attested_on) <= ${day}
     AND greatest(${m}.end_date, ${m}.last_attested_on) >= ${day}`;
