/**
 * Makes an object of the answer. It inherits nothing, so that every response key, even __proto__, is an
 * ordinary property of it.
 */
export const Assembled = function Assembled() {} as unknown as new () => Record<string | symbol, unknown>;
Assembled.prototype = Object.create(null);

/** A function that fills one object of the answer, part by part. */
export function objectFrom<T extends unknown[]>(
  parts: readonly (readonly [string, (...input: T) => unknown])[],
) {
  return (...input: T): Record<string | symbol, unknown> => {
    const made = new Assembled();
    for (const [key, read] of parts) made[key] = read(...input);
    return made;
  };
}
