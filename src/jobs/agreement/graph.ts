import { PublishError } from '../../errors.js';
import type { Answer } from './view.js';

/** The graph as the job sees it: one moment of the store, asked by documents. */
export interface AskedGraph {
  ask(
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<{ data?: Answer | null; errors?: unknown }>;
  close(): Promise<void>;
}

/** The answer to a document; what the graph cannot answer is a disagreement with the files. */
export async function answered(
  graph: AskedGraph,
  document: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const { data, errors } = await graph.ask(document, variables);
  const [fault] = (errors ?? []) as readonly { message: string }[];
  if (fault || !data)
    throw disagreement(`the graph does not answer ${document.slice(0, 60)}…: ${fault?.message}`);
  return data;
}

/** The error that stops a publication whose files and graph differ. */
export function disagreement(what: string): PublishError {
  return new PublishError('DISAGREEMENT', `The files and the graph disagree: ${what}.`);
}

/** A value as an error shows it. */
export function shown(value: string | undefined): string {
  if (value === undefined) return 'nothing';
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}
