import { defineEntity } from '@mikro-orm/core';
import { clauseKind, clauseStance, clauseTextStatus, wording } from '../domain/vocabulary.js';
import { flag, id, integer, text, to, word, words } from './column.js';
import { Motion } from './motion.js';
import { Source } from './source.js';

export const Clause = defineEntity({
  name: 'Clause',
  tableName: 'clause',
  comment: 'One clause of a motion, in a tree as printed.',
  properties: {
    id: id('Stable id: the path of the motion and the address.'),
    motion: () => to(Motion, 'The motion.'),
    parent: () => to(Clause, 'The clause it stands under; null at the top.').nullable(),
    seq: integer('Order in the document, from 1.'),
    label: text('The label as printed; null where none is printed.').nullable(),
    address: text('Where it stands: labels from the root joined by dots, for example 2.b.iv.'),
    addressInferred: flag('Whether the last part of the address was not printed.'),
    kind: word(clauseKind, 'Where it stands in the motion and what its sentence does there.'),
    kindInferred: flag('Whether the kind was told from its verb alone.'),
    stance: word(clauseStance, 'What it does, wherever it stands.'),
    leadIn: text('An unnumbered heading or lead-in that belongs to it; null where there is none.').nullable(),
    summary: text('What it says, in one sentence of our own; null until one is written.').nullable(),
    text: text('Its wording, where the source’s rights allow; see text_status where null.').nullable(),
    textStatus: word(clauseTextStatus, 'What the text is, or why there is none.'),
    wording: word(wording, 'Which version of the motion it was read from.'),
    source: () => to(Source, 'The source it was read from.'),
    spanStart: integer(
      'Where its wording begins in the decoded source text, in UTF-16 units from 0.',
    ).nullable(),
    spanEnd: integer('Where its wording ends in the decoded source text, in UTF-16 units.').nullable(),
    search: words(),
  },
});
