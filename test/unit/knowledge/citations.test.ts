import { describe, expect, test } from "vitest";
import { citedFacts, replaceCitations } from "../../../server/src/knowledge/citations.ts";

const page = "One zone [@nat.zonal]. Two [@nat.regional; @nat.zonal], [a link](https://a) and someone@example.com.";

describe("citations", () => {
  test("are listed once each, in order", () => {
    expect(citedFacts(page)).toEqual(["nat.zonal", "nat.regional"]);
  });

  test("are replaced where they stand", () => {
    expect(replaceCitations(page, (ids) => `<${ids.join(" ")}>`)).toBe(
      "One zone <nat.zonal>. Two <nat.regional nat.zonal>, [a link](https://a) and someone@example.com.",
    );
  });

  test("leave no gap where nothing replaces them", () => {
    expect(replaceCitations("So [@a.b].", () => "")).toBe("So.");
  });
});
