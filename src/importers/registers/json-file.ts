// A JSON file as a value, or what is wrong with it and on which line.
import type { Fault, Place } from '../../errors.js';
import { type InputFile, wholeText } from '../input-file.js';

/** Reads a JSON file whole. */
export async function readJson(file: InputFile): Promise<{ value?: unknown; fault?: Fault & { at: Place } }> {
  const text = await wholeText(file);
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const { message } = error as SyntaxError;
    const place = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const line = text.slice(0, place).split('\n').length;
    return { fault: { expected: 'well-formed JSON', got: message, at: { file: file.name, line } } };
  }
}
