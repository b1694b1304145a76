import { expect, test } from "vitest";
import { appsyncSyncNotVersioned } from "../../../../server/src/rules/apis/appsync-sync-not-versioned.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

interface Given {
  readonly config?: string;
  readonly kind?: string;
  readonly source?: string;
  readonly detection?: string;
  readonly before?: string;
  readonly type?: string;
}

const resolver = ({
  config = "{ TableName: orders }",
  kind = "AMAZON_DYNAMODB",
  source = "!GetAtt Orders.Name",
  detection = "VERSION",
  before = "",
  type = "Resolver",
}: Given): string => `${before}Resources:
  Orders: { Type: AWS::AppSync::DataSource, Properties: { Name: Orders, Type: ${kind}, DynamoDBConfig: ${config} } }
  Update:
    Type: AWS::AppSync::${type}
    Properties:
      DataSourceName: ${source}
      SyncConfig:
        ConflictDetection: ${detection}
`;
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;

test("a source without versions", () => {
  checkRule(
    appsyncSyncNotVersioned,
    resolver({
      detection: `VERSION
#                          ^^^^^^^ warning: Update is to detect conflicts by version, but its data source Orders keeps none: DynamoDBConfig.Versioned is not true. Set it, along with a DeltaSyncConfig, or drop SyncConfig.`,
    }),
  );
  checkNoFix(appsyncSyncNotVersioned, resolver({}));
  expect(relatedPlaces(appsyncSyncNotVersioned, resolver({}))).toEqual(['2:3 "Orders": The data source']);
});

test("versions switched off for a function, in Japanese", () =>
  checkRule(
    appsyncSyncNotVersioned,
    resolver({
      type: "FunctionConfiguration",
      config: "{ TableName: orders, Versioned: false }",
      detection: `VERSION
#                          ^^^^^^^ warning: Update はバージョンで競合を検出する設定だが、…`,
    }),
    { messages: "ja" },
  ));

test.each([
  ["a versioned source", resolver({ config: "{ Versioned: true }" })],
  ["no detection", resolver({ detection: "NONE" })],
  ["a source by its name", resolver({ source: "Orders" })],
  ["a source elsewhere", resolver({ source: "!ImportValue Orders" })],
  ["another kind of source", resolver({ kind: "HTTP" })],
  ["unknown versions", resolver({ config: "{ Versioned: !Ref V }", before: "Parameters:\n  V: { Type: String }\n" })],
  [
    "cases that exclude each other",
    resolver({
      config: "{ Versioned: !If [Prod, true, false] }",
      detection: "!If [Prod, VERSION, NONE]",
      before: conditions,
    }),
  ],
])("%s", (_, text) => checkRule(appsyncSyncNotVersioned, text));

test("by default", () =>
  checkRule(
    appsyncSyncNotVersioned,
    resolver({
      config: "{ Versioned: !Ref V }",
      before: "Parameters:\n  V: { Type: String, Default: false }\n",
      detection: `VERSION
#                          ^^^^^^^ warning: With the default of V (false), Update is to detect…`,
    }),
  ));

test("a CDK program", () =>
  checkRule(
    appsyncSyncNotVersioned,
    typescript(
      `const orders = new appsync.CfnDataSource(this, 'Orders', { apiId: 'a', name: 'n', type: 'AMAZON_DYNAMODB', dynamoDbConfig: { awsRegion: 'r', tableName: 't' } });
new appsync.CfnResolver(this, 'Update', { apiId: 'a', typeName: 'Mutation', fieldName: 'f', dataSourceName: orders.attrName,
  syncConfig: { conflictDetection: 'VERSION' } });
//                                 ^^^^^^^^^ warning: Update is to detect conflicts by version…`,
      ["appsync"],
    ),
  ));
