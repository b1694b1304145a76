import { expect, test } from "vitest";
import { targetOf, templateLinks } from "../../../../server/src/features/links/document-links.ts";
import { snapshotOf } from "../../../support/snapshot.ts";

const nested = (url: string, type = "AWS::CloudFormation::Stack", property = "TemplateURL"): string =>
  `Resources:\n  Child: { Type: ${type}, Properties: { ${property}: ${url} } }\n`;

function links(text: string): readonly string[] {
  const { snapshot } = snapshotOf(text);
  return templateLinks(snapshot).map(({ range, path }) => {
    expect(text.slice(range.start, range.end)).toBe(path);
    return path;
  });
}

test("relative paths of nested stacks and applications", () => {
  expect(links(nested("./network.yaml"))).toEqual(["./network.yaml"]);
  expect(links(nested('"../shared/network.yaml"'))).toEqual(["../shared/network.yaml"]);
  expect(links(nested("app/template.yaml", "AWS::Serverless::Application", "Location"))).toEqual(["app/template.yaml"]);
});

test("no addresses, functions, placeholders, empty texts, properties of others", () => {
  for (const url of [
    "https://s3.amazonaws.com/bucket/network.yaml",
    "s3://bucket/network.yaml",
    "/etc/passwd",
    "'C:\\network.yaml'",
    "!Sub 'https://${Bucket}/a.yaml'",
    "'{{ bucket }}/a.yaml'",
    "''",
    "12",
  ])
    expect(links(nested(url))).toEqual([]);
  expect(links(nested("a.yaml", "AWS::SQS::Queue"))).toEqual([]);
});

test("targets beside the document, on any file system", () => {
  expect(targetOf("file:///w/stacks/app.yaml", "./network.yaml")).toBe("file:///w/stacks/network.yaml");
  expect(targetOf("file:///w/stacks/app.yaml", "../a b#1.yaml")).toBe("file:///w/a%20b%231.yaml");
  expect(targetOf("vscode-vfs://github/o/r/app.yaml", "network.yaml")).toBe("vscode-vfs://github/o/r/network.yaml");
  expect(targetOf("untitled:Untitled-1", "network.yaml")).toBeUndefined();
});
