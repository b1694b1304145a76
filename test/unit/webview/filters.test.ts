import { expect, test } from "vitest";
import { isFiltering, noFilters, passes } from "../../../client/webview/reference/filters.ts";

const entry = { section: "NAT", corrections: 0, rules: 2 };

test("without filters everything passes", () => {
  expect(passes(noFilters, { section: undefined, corrections: 0, rules: 0 })).toBe(true);
  expect(isFiltering(noFilters)).toBe(false);
});

test.each([
  [{ section: "NAT" }, true],
  [{ section: "VPN" }, false],
  [{ checked: true }, true],
  [{ changed: true }, false],
  [{ section: "NAT", checked: true }, true],
  [{ section: "VPN", checked: true }, false],
  [{ checked: true, changed: true }, false],
])("%j lets it pass: %s", (filters, passing) => {
  expect(passes({ ...noFilters, ...filters }, entry)).toBe(passing);
  expect(isFiltering({ ...noFilters, ...filters })).toBe(true);
});
