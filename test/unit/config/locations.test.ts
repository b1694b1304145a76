import { expect, test } from "vitest";
import { configUrisFor, pathBelow } from "../../../server/src/config/locations.ts";

test("from the document's folder up to the root of the workspace", () => {
  expect(configUrisFor("file:///w/app/stacks/vpc.yaml", ["file:///w/app"])).toEqual([
    "file:///w/app/stacks/.routewise.yaml",
    "file:///w/app/.routewise.yaml",
  ]);
  expect(configUrisFor("file:///w/app/vpc.yaml", ["file:///w/app/"])).toEqual(["file:///w/app/.routewise.yaml"]);
});

test("the innermost root ends the search", () => {
  expect(configUrisFor("file:///w/app/a/vpc.yaml", ["file:///w", "file:///w/app/a"])).toEqual([
    "file:///w/app/a/.routewise.yaml",
  ]);
});

test("nothing outside of the workspace, and no folder that only begins alike", () => {
  expect(configUrisFor("file:///w/app2/vpc.yaml", ["file:///w/app"])).toEqual([]);
  expect(configUrisFor("untitled:Untitled-1", ["file:///w/app"])).toEqual([]);
});

test("drives of Windows in either spelling", () => {
  expect(configUrisFor("file:///C:/w/a/vpc.yaml", ["file:///c%3A/w"])).toEqual([
    "file:///C:/w/a/.routewise.yaml",
    "file:///C:/w/.routewise.yaml",
  ]);
});

test("paths relative to the file", () => {
  expect(pathBelow("file:///w/.routewise.yaml", "file:///w/a%20b/vpc.yaml")).toBe("a b/vpc.yaml");
  expect(pathBelow("vscode-vfs://github/o/r/.routewise.yaml", "vscode-vfs://github/o/r/vpc.yaml")).toBe("vpc.yaml");
  expect(pathBelow("file:///w/a/.routewise.yaml", "file:///w/vpc.yaml")).toBeUndefined();
});
