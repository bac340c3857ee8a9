import { defineEntity, p } from '@mikro-orm/core';
import { Clause } from './clause.js';
import { flag, integer, keyTo, text } from './column.js';

export const TextMatch = defineEntity({
  name: 'TextMatch',
  tableName: 'text_match',
  comment:
    'Wording that a clause shares with a clause of another motion; each pair stands twice, once from each side. Computed, and no claim about who wrote it.',
  properties: {
    clause: () => keyTo(Clause, 'The clause.').deleteRule('cascade'),
    other: () => keyTo(Clause, 'The clause that shares wording with it.').deleteRule('cascade'),
    similarity: integer(
      'Runs of three words that both have, of all runs of three words in them, in per cent.',
    ),
    sharedWords: integer('How many words the longest passage has that both print.'),
    spanStart: integer('Where that passage begins in the wording of the clause, in UTF-16 units from 0.'),
    spanEnd: integer('Where it ends there.'),
    otherSpanStart: integer('Where it begins in the wording of the other clause, in UTF-16 units from 0.'),
    otherSpanEnd: integer('Where it ends there.'),
    otherIsEarlier: flag(
      'Whether the motion of the other clause came first; null where the dates of the two do not tell.',
    ).nullable(),
  },
});

// What a clause is found by when another shares its wording. Kept apart from what is published.
export const ClausePrint = defineEntity({
  name: 'ClausePrint',
  tableName: 'clause_print',
  comment: 'Fingerprints of the wording of a clause, by which clauses that share wording are found.',
  properties: {
    clause: () => keyTo(Clause, 'The clause.').deleteRule('cascade'),
    prints: p
      .array()
      .$type<number[]>()
      .columnType('int[]')
      .comment('Fingerprints, each a signed number of 32 bits.'),
    wordingHash: text('Hash of the wording they were taken of.'),
  },
});
