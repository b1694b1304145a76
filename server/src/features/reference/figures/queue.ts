/** States that wait to be looked at, the cheapest first: a binary heap. */
export interface Open {
  push(state: number, cost: number): void;
  /** The cheapest state, taken out; undefined where none waits. */
  pop(): number | undefined;
}

interface Entry {
  readonly state: number;
  readonly cost: number;
}

/** An empty queue. */
export function queue(): Open {
  const heap: Entry[] = [];
  const cost = (index: number): number => heap[index]?.cost ?? Number.POSITIVE_INFINITY;
  const swap = (a: number, b: number) => {
    const [first, second] = [heap[a], heap[b]];
    if (first && second) [heap[a], heap[b]] = [second, first];
  };
  return {
    push(state, price) {
      let index = heap.push({ state, cost: price }) - 1;
      while (index > 0) {
        const parent = (index - 1) >> 1;
        if (cost(parent) <= cost(index)) break;
        swap(index, parent);
        index = parent;
      }
    },
    pop() {
      const top = heap[0];
      const last = heap.pop();
      if (!top || !last) return undefined;
      if (heap.length > 0) {
        heap[0] = last;
        let index = 0;
        for (;;) {
          const left = 2 * index + 1;
          const smaller = cost(left + 1) < cost(left) ? left + 1 : left;
          if (cost(smaller) >= cost(index)) break;
          swap(index, smaller);
          index = smaller;
        }
      }
      return top.state;
    },
  };
}
