// How many requests are answered from the store at the same time. Beyond a bound another one would only wait, and
// make all others wait longer: it is told at once to come again, which costs next to nothing.

/** Requests under way, up to a bound. */
export class UnderWay {
  private count = 0;

  constructor(readonly most: number) {}

  /** How many there are now. */
  get now(): number {
    return this.count;
  }

  /** Lets a request in and answers how it leaves, at most once; null where there are too many already. */
  enter(): (() => void) | null {
    if (this.count >= this.most) return null;
    this.count += 1;
    let isIn = true;
    return () => {
      if (isIn) this.count -= 1;
      isIn = false;
    };
  }
}

/** Seconds after which one that was not let in may come again. */
export const comeAgainSeconds = 1;
