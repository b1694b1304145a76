import { expect, test } from "vitest";
import {
  mayHoldParameters,
  parameterFileOffers,
} from "../../../../server/src/features/status/parameter-file-offers.ts";
import { snapshotOf } from "../../../support/snapshot.ts";

const { snapshot } = snapshotOf(`Parameters:
  VpcCidr: { Type: String }
  Name: { Type: String }
  Zones: { Type: Number, Default: 2 }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref VpcCidr } }
`);

const offers = (files: Readonly<Record<string, string>>) =>
  parameterFileOffers(
    snapshot.template,
    "stacks/network.yaml",
    Object.entries(files).map(([path, text]) => ({ path, text })),
  );

test("the best first: the one that names the template, then what leaves the least open", () =>
  expect(
    offers({
      "params/part.json": '{ "Parameters": { "VpcCidr": "10.0.0.0/16" } }',
      "params/other.json": '["VpcCidr=10.0.0.0/16", "Name=a", "Old=b"]',
      "params/all.json": '["VpcCidr=10.0.0.0/16", "Name=a"]',
      "deployment.yaml": "template-file-path: ./stacks/network.yaml\nparameters: { Zones: 3 }\n",
    }),
  ).toEqual([
    { path: "deployment.yaml", given: 1, missing: ["VpcCidr", "Name"], unknown: [] },
    { path: "params/all.json", given: 2, missing: [], unknown: [] },
    { path: "params/other.json", given: 2, missing: [], unknown: ["Old"] },
    { path: "params/part.json", given: 1, missing: ["Name"], unknown: [] },
  ]));

test("nothing that gives none of its parameters, is broken, or is something else", () =>
  expect(
    offers({
      "params/foreign.json": '["Other=1"]',
      "params/broken.json": '["VpcCidr=',
      "tsconfig.json": '{ "compilerOptions": {} }',
      "deployment.yaml": "template-file-path: other.yaml\nparameters: { Foreign: 3 }\n",
    }),
  ).toEqual([]));

test("only files whose names or folders speak of parameters are read", () => {
  for (const path of ["dev.parameters.json", "params/dev.json", "samconfig.toml", "deployments/network.yaml"])
    expect(mayHoldParameters(path)).toBe(true);
  for (const path of ["package.json", "src/data/cities.json", "params/deep/er/cities.json"])
    expect(mayHoldParameters(path)).toBe(false);
});
