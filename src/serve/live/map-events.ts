/** How the events of a subscription become results. */
export interface EventMapping<Event, Result> {
  onEvent(event: Event): Promise<Result>;
  /** What the subscriber is told when the events break off. */
  onError(error: unknown): unknown;
  /** Called once, when it is over. */
  onEnd(): void;
}

/**
 * Makes results of events, one after another as they are asked for. No async generator: that one would hear of its end
 * only after the next event.
 */
export function mapEvents<Event, Result>(
  source: AsyncIterator<Event>,
  { onEvent, onError, onEnd }: EventMapping<Event, Result>,
): AsyncIterableIterator<Result, undefined> {
  const over: IteratorResult<Result, undefined> = { done: true, value: undefined };
  let isOver = false;
  const end = (): IteratorResult<Result, undefined> => {
    if (!isOver) onEnd();
    isOver = true;
    return over;
  };
  return {
    async next() {
      try {
        const { done, value } = await source.next();
        if (done || isOver) return end();
        const result = await onEvent(value);
        return isOver ? over : { done: false, value: result };
      } catch (error) {
        end();
        await source.return?.();
        throw onError(error);
      }
    },
    async return() {
      end();
      await source.return?.();
      return over;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
