import { describe, expect, test } from "vitest";
import {
  canStep,
  currentVisit,
  followed,
  noHistory,
  scrolled,
  stepped,
  visited,
} from "../../../client/webview/reference/history.ts";
import type { HistoryState } from "../../../protocol/panel.ts";

const topic = (id: string) => ({ kind: "topic", id }) as const;
const through = (...ids: string[]): HistoryState => ids.reduce((history, id) => visited(history, topic(id)), noHistory);
const trail = ({ visits }: HistoryState): readonly string[] => visits.map(({ page }) => page.id);

test("goes back and forward, and not beyond the ends", () => {
  const history = through("a", "b");
  const back = stepped(history, -1);
  expect(currentVisit(back)?.page.id).toBe("a");
  expect(canStep(back, -1)).toBe(false);
  expect(stepped(back, -1)).toBe(back);
  expect(currentVisit(stepped(back, 1))?.page.id).toBe("b");
  expect(canStep(history, 1)).toBe(false);
});

test("a new page after going back takes the place of what lay ahead", () => {
  expect(trail(visited(stepped(through("a", "b", "c"), -1), topic("d")))).toEqual(["a", "b", "d"]);
});

test("the same page again is no step", () => {
  expect(trail(visited(through("a"), topic("a")))).toEqual(["a"]);
  expect(trail(visited(through("a"), { kind: "rule", id: "a" }))).toEqual(["a", "a"]);
});

test("each page remembers how far it was scrolled", () => {
  const history = visited(scrolled(through("a"), 120), topic("b"));
  expect(currentVisit(history)?.scroll).toBe(0);
  expect(currentVisit(stepped(scrolled(history, 40), -1))?.scroll).toBe(120);
});

test("does not grow without end", () => {
  const history = Array.from({ length: 200 }, (_, n) => topic(`t${n}`)).reduce(visited, noHistory);
  expect(history.visits.length).toBeLessThanOrEqual(50);
  expect(currentVisit(history)?.page.id).toBe("t199");
});

describe("following the cursor", () => {
  test("leaves one entry however many places it passes", () => {
    const history = ["b", "c", "d"].reduce((all, id) => followed(all, topic(id)), through("a"));
    expect(trail(history)).toEqual(["a", "d"]);
    expect(currentVisit(stepped(history, -1))?.page.id).toBe("a");
  });

  test("keeps a page that the reader then chose", () => {
    const history = followed(visited(followed(through("a"), topic("b")), topic("c")), topic("d"));
    expect(trail(history)).toEqual(["a", "b", "c", "d"]);
  });

  test("the page that is open already stays as it is", () => {
    const history = scrolled(through("a"), 50);
    expect(followed(history, topic("a"))).toBe(history);
  });
});
