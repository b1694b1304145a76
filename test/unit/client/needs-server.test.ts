/** For which documents the server starts. */
import { expect, test } from "vitest";
import { needsServer } from "../../../client/src/needs-server.ts";
import { mentionsCdk } from "../../../server/src/frontends/cdk/imports.ts";
import { python, typescript } from "../../support/programs.ts";

const needs = (languageId: string, text: string, path = "/work/a") =>
  needsServer({ languageId, path, text: () => text });

test.each([
  ["typescript", 'import { Stack } from "aws-cdk-lib";'],
  ["typescript", "import * as ec2 from 'aws-cdk-lib/aws-ec2';"],
  ["typescriptreact", 'import { Stack } from "aws-cdk-lib";'],
  ["javascript", 'const cdk = require("aws-cdk-lib");'],
  ["javascriptreact", 'const cdk = require("aws-cdk-lib");'],
  ["python", "from aws_cdk import aws_ec2 as ec2"],
  ["python", "import aws_cdk as cdk"],
  ["yaml", "AWSTemplateFormatVersion: 2010-09-09"],
  ["yaml", "Resources:"],
  ["yaml", ""],
  ["yaml", "vpc"],
  ["json", '{ "Resources": {'],
  ["json", "\n"],
  ["cloudformation", "anything"],
])("%s with %s", (languageId, text) => {
  expect(needs(languageId, text)).toBe(true);
});

test.each([
  ["typescript", 'import express from "express";'],
  ["typescript", ""],
  ["python", "import os"],
  ["python", ""],
  ["yaml", "services:\n  web:\n    image: nginx\n"],
  ["json", '{ "name": "app", "dependencies": {} }'],
  ["markdown", "aws-cdk-lib, AWSTemplateFormatVersion"],
])("not %s with %s", (languageId, text) => {
  expect(needs(languageId, text)).toBe(false);
});

test("the team's file and files with the endings of templates, whatever is in them", () => {
  expect(needs("yaml", "rules: {}", "/work/.routewise.yaml")).toBe(true);
  expect(needs("plaintext", "anything", "/work/net.template")).toBe(true);
  expect(needs("plaintext", "Resources:", "/work/notes.txt")).toBe(false);
});

test.each([python("pass"), typescript(""), 'const x = require("aws-cdk");'])(
  "programs are told as the server tells them",
  (text) => {
    expect(needs("typescript", text)).toBe(mentionsCdk(text));
  },
);

test("the text of other languages is never asked for", () => {
  const text = () => {
    throw new Error("asked");
  };
  expect(needsServer({ languageId: "go", path: "/work/main.go", text })).toBe(false);
});
