import { describe, expect, test } from "vitest";
import { mayBeTemplate } from "../../../../server/src/frontends/cloudformation/detect.ts";
import { createCloudFormationReader } from "../../../../server/src/frontends/cloudformation/reader.ts";

const isRead = (text: string, language: "yaml" | "json" = "yaml") =>
  createCloudFormationReader(language).read(text) !== undefined;

describe("templates", () => {
  test.each([
    ["a format version alone, as when one begins to type", "AWSTemplateFormatVersion: 2010-09-09\n"],
    ["a format version and half a key", "AWSTemplateFormatVersion: '2010-09-09'\nRes"],
    ["a resource of AWS", "Resources:\n  A:\n    Type: AWS::EC2::VPC\n"],
    ["a custom resource", "Resources:\n  A:\n    Type: Custom::Thing\n"],
    ["an Alexa skill", "Resources:\n  A:\n    Type: Alexa::ASK::Skill\n"],
    ["a module", "Resources:\n  A:\n    Type: My::Network::Vpc::MODULE\n"],
    ["a third party's resource", "Resources:\n  A:\n    Type: Datadog::Monitors::Monitor\n"],
    [
      "a loop alone",
      "Resources:\n  Fn::ForEach::Zones:\n    - Zone\n    - [A, B]\n    - Subnet${Zone}:\n        Type: AWS::EC2::Subnet\n",
    ],
    [
      "a loop in a loop",
      "Resources:\n  Fn::ForEach::A:\n    - A\n    - [a]\n    - Fn::ForEach::B:\n        - B\n        - [b]\n        - X${A}${B}: { Type: AWS::EC2::EIP }\n",
    ],
    [
      "SAM that begins with its globals",
      "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Timeout: 3\n",
    ],
    ["transforms in a list", "Transform:\n  - AWS::LanguageExtensions\n  - Own::Macro\n"],
    ["JSON in a YAML file", '{"Resources": {"A": {"Type": "AWS::EC2::VPC"}}}'],
    ["a second document that is something else", "Resources:\n  A:\n    Type: AWS::EC2::VPC\n---\nkind: Pod\n"],
    [
      "templates of templates",
      "AWSTemplateFormatVersion: 2010-09-09\nResources:\n{% for a in b %}\n  {{ a }}:\n    Type: {{ t }}\n",
    ],
  ])("%s", (_, text) => {
    expect(isRead(text)).toBe(true);
    expect(mayBeTemplate(text)).toBe(true);
  });
});

describe("everything else is left alone", () => {
  test.each([
    ["Docker Compose", "services:\n  web:\n    image: nginx\n    ports: ['80:80']\nvolumes: {}\n"],
    [
      "a GitHub workflow",
      "name: ci\non: [push]\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - run: x\n",
    ],
    [
      "Kubernetes",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers:\n    - name: a\n      resources: {limits: {cpu: 1}}\n",
    ],
    ["a custom Kubernetes object with Resources", "kind: X\nResources:\n  A:\n    Type: Pod\n"],
    ["OpenAPI", "openapi: 3.0.0\ninfo: {title: x}\npaths:\n  /a:\n    get: {responses: {}}\ncomponents: {}\n"],
    [
      "serverless.yml",
      "service: x\nprovider: {name: aws}\nresources:\n  Resources:\n    A:\n      Type: AWS::EC2::VPC\n",
    ],
    ["a Helm chart", "{{- if .Values.x }}\nkind: {{ .Values.kind }}\n{{- end }}\n"],
    ["Ansible", "- hosts: all\n  tasks:\n    - name: x\n      debug: {msg: 'Resources: AWS::'}\n"],
    ["a loop without resources", "Resources:\n  Fn::ForEach::X: [A, [b], { c: 1 }]\n"],
    ["another tool's Transform", "Transform: { regex: a }\nkind: Pipeline\n"],
    ["nothing", ""],
    ["a comment", "# AWSTemplateFormatVersion\n"],
    ["a word", "Resources"],
    ["a list", "[1, 2]"],
    ["resources without types", "Resources:\n  A: 1\n"],
  ])("%s", (_, text) => {
    expect(isRead(text)).toBe(false);
  });

  test.each([
    ["package.json", '{"name": "x", "scripts": {"a": "b"}, "resources": {}}'],
    ["a policy", '{"Version": "2012-10-17", "Statement": [{"Resource": "*"}]}'],
    ["a list", "[]"],
    ["a text", '"AWSTemplateFormatVersion"'],
    ["a loop without resources", "Resources:\n  Fn::ForEach::X: [A, [b], { c: 1 }]\n"],
    ["another tool's Transform", "Transform: { regex: a }\nkind: Pipeline\n"],
    ["nothing", ""],
  ])("JSON: %s", (_, text) => {
    expect(isRead(text, "json")).toBe(false);
  });

  test("the first look refuses what can be no template", () => {
    expect(mayBeTemplate("services:\n  web:\n    image: nginx\n")).toBe(false);
    expect(mayBeTemplate('{"name": "x"}')).toBe(false);
  });
});
