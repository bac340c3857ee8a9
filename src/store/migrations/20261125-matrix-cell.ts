// What is asked of all councils at once (a review, a recommendation, a map) is held as cells already derived, and
// what is asked of some is found by the motions that cite the review, instead of by every citation of it.
import { Migration } from '@mikro-orm/migrations';

const statements = [
  `CREATE TABLE review_motion (
    review_id text COLLATE "C" NOT NULL,
    council_id text COLLATE "C" NOT NULL,
    motion_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (review_id, council_id, motion_id)
  )`,
  'CREATE INDEX ON review_motion (motion_id)',
  'CREATE INDEX ON review_motion (council_id)',
  `COMMENT ON TABLE review_motion IS 'Which motions of which council cite a review, in whatever way; derived from the citations.'`,
  `COMMENT ON COLUMN review_motion.review_id IS 'The review.'`,
  `COMMENT ON COLUMN review_motion.council_id IS 'The council of the motion.'`,
  `COMMENT ON COLUMN review_motion.motion_id IS 'The motion.'`,
  `CREATE TABLE matrix_cell (
    recommendation_id text COLLATE "C" NOT NULL,
    council_id text COLLATE "C" NOT NULL,
    review_id text COLLATE "C" NOT NULL,
    evidence_state text COLLATE "C" NOT NULL,
    direction text COLLATE "C",
    basis text COLLATE "C",
    strength text COLLATE "C",
    scope text COLLATE "C",
    wording_as_tabled boolean NOT NULL,
    held integer NOT NULL,
    proposed integer NOT NULL,
    related integer NOT NULL,
    suggested integer NOT NULL,
    proposed_outcomes text COLLATE "C" NOT NULL,
    PRIMARY KEY (recommendation_id, council_id),
    CONSTRAINT matrix_cell_position_is_whole CHECK ((evidence_state = 'found') = (direction IS NOT NULL AND basis IS NOT NULL
      AND strength IS NOT NULL AND scope IS NOT NULL AND held > 0))
  )`,
  'CREATE INDEX ON matrix_cell (review_id)',
  'CREATE INDEX ON matrix_cell (council_id)',
  `COMMENT ON TABLE matrix_cell IS 'Each cell of the matrix by everything recorded, without its evidence; derived by the position rule in the writing transaction.'`,
  `COMMENT ON COLUMN matrix_cell.recommendation_id IS 'The recommendation.'`,
  `COMMENT ON COLUMN matrix_cell.council_id IS 'The council.'`,
  `COMMENT ON COLUMN matrix_cell.review_id IS 'The review of the recommendation.'`,
  `COMMENT ON COLUMN matrix_cell.evidence_state IS 'Whether there is a position, or which kind of empty the cell is.'`,
  `COMMENT ON COLUMN matrix_cell.direction IS 'Direction of the position; null where there is none.'`,
  `COMMENT ON COLUMN matrix_cell.basis IS 'Basis of the position; null where there is none.'`,
  `COMMENT ON COLUMN matrix_cell.strength IS 'Strength of the position; null where there is none.'`,
  `COMMENT ON COLUMN matrix_cell.scope IS 'Scope of the position; null where there is none.'`,
  `COMMENT ON COLUMN matrix_cell.wording_as_tabled IS 'Whether the position rests on wording as tabled.'`,
  `COMMENT ON COLUMN matrix_cell.held IS 'How many readings make the position.'`,
  `COMMENT ON COLUMN matrix_cell.proposed IS 'How many readings stand in motions that were not adopted.'`,
  `COMMENT ON COLUMN matrix_cell.related IS 'How many readings claim nothing.'`,
  `COMMENT ON COLUMN matrix_cell.suggested IS 'How many readings a program suggested.'`,
  `COMMENT ON COLUMN matrix_cell.proposed_outcomes IS 'Outcomes of those motions, each once, with spaces; unknown where there is none.'`,
];

/** Makes both tables; what stands in them is derived right after (store/derive-cells.ts). */
export class MatrixCells extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
