/** Pieces that, repeated, make long texts of one shape: what a reader that looks back too often stumbles on. */
export const shapes = [
  'a',
  '(1) x\n',
  '- \n',
  'Council notes:\n',
  '1. This council notes that and that and that ',
  'Moved by Councillor A B ',
  '1.1.1.1.',
  'the council ',
  'Agreed by Cabinet 1 May 2024\n',
  ' ',
  '   - x\n     - y\n',
  'For 1, against ',
  'of the and for of the ',
  'Amendment A\nFor: Councillors Ash, Elm\n',
  'Amendment A was lost\n',
  'Council notes:\n1. x\nTitle Here\nMoved by Councillor A B\n',
];
