import { test } from "vitest";
import { appsyncDataSourceRole } from "../../../../server/src/rules/apis/appsync-data-source-role.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("a table", () =>
  checkRule(
    appsyncDataSourceRole,
    `
Resources:
  Source:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: AMAZON_DYNAMODB
#           ^^^^^^^^^^^^^^^ error: Source reads from AMAZON_DYNAMODB but has no ServiceRoleArn, which AppSync requires for this kind of source. Set it to a role that appsync.amazonaws.com may assume and that may use the source.
`,
  ));

test("every other kind, in Japanese", () =>
  checkRule(
    appsyncDataSourceRole,
    `
Resources:
  S0:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: AWS_LAMBDA
#           ^^^^^^^^^^ error: S0 のデータソースは AWS_LAMBDA なのに ServiceRoleArn がない…
  S1:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: AMAZON_ELASTICSEARCH
#           ^^^^^^^^^^^^^^^^^^^^ error: S1 のデータソースは AMAZON_ELASTICSEARCH なのに ServiceRoleArn がない…
  S2:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: AMAZON_OPENSEARCH_SERVICE
#           ^^^^^^^^^^^^^^^^^^^^^^^^^ error: S2 のデータソースは AMAZON_OPENSEARCH_SERVICE なのに ServiceRoleArn がない…
  S3:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: AMAZON_EVENTBRIDGE
#           ^^^^^^^^^^^^^^^^^^ error: S3 のデータソースは AMAZON_EVENTBRIDGE なのに ServiceRoleArn がない…
  S4:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: AMAZON_BEDROCK_RUNTIME
#           ^^^^^^^^^^^^^^^^^^^^^^ error: S4 のデータソースは AMAZON_BEDROCK_RUNTIME なのに ServiceRoleArn がない…
  S5:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: RELATIONAL_DATABASE
#           ^^^^^^^^^^^^^^^^^^^ error: S5 のデータソースは RELATIONAL_DATABASE なのに ServiceRoleArn がない…
`,
    { messages: "ja" },
  ));

test("kinds without a role, and a role of any form", () =>
  checkRule(
    appsyncDataSourceRole,
    `
Resources:
  Source:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: HTTP
  B:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: NONE
  C:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: AWS_LAMBDA
      ServiceRoleArn: !ImportValue Role
`,
  ));

test("an unknown kind, and a default", () =>
  checkRule(
    appsyncDataSourceRole,
    `
Parameters:
  Unknown: { Type: String }
  Kind: { Type: String, Default: AWS_LAMBDA }
Resources:
  Source:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: !Ref Unknown
  Other:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: !Ref Kind
#           ^^^^^^^^^ warning: With the default of Kind (AWS_LAMBDA), Other reads from AWS_LAMBDA…
`,
  ));

test("conditions that go together", () =>
  checkRule(
    appsyncDataSourceRole,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Source:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: !If [Prod, AWS_LAMBDA, NONE]
      ServiceRoleArn: !If [Prod, arn, !Ref AWS::NoValue]
`,
  ));

test("and that do not", () =>
  checkRule(
    appsyncDataSourceRole,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Source:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: AWS_LAMBDA
#           ^^^^^^^^^^ error: When Prod is false: Source reads from AWS_LAMBDA…
      ServiceRoleArn: !If [Prod, arn, !Ref AWS::NoValue]
`,
  ));

test("makes up no role", () =>
  checkNoFix(
    appsyncDataSourceRole,
    `
Resources:
  Source:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: api-1
      Name: a
      Type: AWS_LAMBDA
`,
  ));

test("a CDK program", () =>
  checkRule(
    appsyncDataSourceRole,
    typescript(
      `new appsync.CfnDataSource(this, 'Source', { apiId: 'a', name: 'a', type: 'AWS_LAMBDA' });
//                                                                       ^^^^^^^^^^^^ error: Source reads from AWS_LAMBDA…`,
      ["appsync"],
    ),
  ));
