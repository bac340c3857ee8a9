// Tables that keep this store itself in order. None of them is published.
import { defineEntity, p } from '@mikro-orm/core';
import { changeReason, jobResult, jobTrigger, revisionOperation } from '../domain/vocabulary.js';
import { id, instant, text, word } from './column.js';

export const Revision = defineEntity({
  name: 'Revision',
  tableName: 'revision',
  comment: 'Append-only log of every change to a record, written by triggers.',
  properties: {
    seq: p.bigint('number').primary().autoincrement().comment('Order of the change.'),
    entity: text('The table.'),
    recordId: text('The id of the record; for bridge tables the key’s parts joined by a space.'),
    operation: word(revisionOperation, 'What happened.'),
    changedAt: instant('When the changing transaction began.'),
    dataVersion: p.bigint('number').comment('The data version that holds the change.'),
    note: text('What the writer did, in words.'),
    by: text('Role or handle of the writer, never a name.'),
    before: p.json<Record<string, unknown>>().nullable().comment('Columns as they were; null for an insert.'),
    after: p
      .json<Record<string, unknown>>()
      .nullable()
      .comment('Changed columns as they are now; null unless an update.'),
    reason: word(changeReason, 'Why it was changed.'),
  },
});

export const DataVersion = defineEntity({
  name: 'DataVersion',
  tableName: 'data_version',
  comment: 'One row: the counter each transaction that changes published data raises once.',
  properties: {
    id: p.boolean().primary().comment('Always true: there is one row.'),
    version: p.bigint('number').comment('The counter.'),
    lastTransaction: text('The transaction that raised it last.'),
    logId: text('Random name of this log, so that versions of two databases are never taken for each other.'),
  },
});

export const SeedRecord = defineEntity({
  name: 'SeedRecord',
  tableName: 'seed_record',
  comment: 'Which records the seeds stated last, so that a removal is noticed.',
  properties: {
    id: id('The key of the record, parts joined by a space.'),
    tableName: text('The table.'),
    file: text('The seed file that stated it.'),
  },
});

export const SeedState = defineEntity({
  name: 'SeedState',
  tableName: 'seed_state',
  comment: 'One row: the hash of the seeds imported last.',
  properties: {
    id: p.boolean().primary().comment('Always true: there is one row.'),
    hash: text('SHA-256 over the seed files.'),
  },
});

export const SearchWord = defineEntity({
  name: 'SearchWord',
  tableName: 'search_word',
  comment: 'Words that records hold, for searches that misspell them.',
  properties: {
    word: id('The word, in small letters.'),
    records: p.integer().comment('How many records hold it.'),
    stem: text('What its forms have in common; null where it is too common.').nullable(),
  },
});

export const JobRun = defineEntity({
  name: 'JobRun',
  tableName: 'job_run',
  comment: 'Every attempt at the nightly job, whoever made it; what is due is told from it.',
  properties: {
    seq: p.bigint('number').primary().autoincrement().comment('Order of the attempts.'),
    trigger: word(jobTrigger, 'What started it.'),
    startedAt: instant('When it began.'),
    endedAt: instant('When it ended; null while it runs, and where nobody saw it end.').nullable(),
    result: word(jobResult, 'How it ended.'),
    snapshot: text('The newest snapshot after it; null unless it ended well.').nullable(),
    code: text('The code of the error that stopped it; null where none did.').nullable(),
    reason: text('What that error said, for the operator alone; null where none did.').nullable(),
  },
});
