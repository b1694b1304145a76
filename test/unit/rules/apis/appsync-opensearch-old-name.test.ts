import { test } from "vitest";
import { appsyncOpensearchOldName } from "../../../../server/src/rules/apis/appsync-opensearch-old-name.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const source = (properties: string, before = ""): string => `${before}Resources:
  Search:
    Type: AWS::AppSync::DataSource
    Properties:
      ServiceRoleArn: arn:aws:iam::111122223333:role/search
${properties}`;
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;

test("the old name", () =>
  checkRule(
    appsyncOpensearchOldName,
    source(`      Type: AMAZON_ELASTICSEARCH
#           ^^^^^^^^^^^^^^^^^^^^ 💡 information: Search uses AMAZON_ELASTICSEARCH, the old name of AMAZON_OPENSEARCH_SERVICE, kept for older templates. Use the new one, with OpenSearchServiceConfig in place of ElasticsearchConfig.
`),
  ));

test("by default, in Japanese", () =>
  checkRule(
    appsyncOpensearchOldName,
    source(
      `      Type: !Ref Kind
#           ^^^^^^^^^ information: Kind の既定値 (AMAZON_ELASTICSEARCH) では、Search の AMAZON_ELASTICSEARCH は…
`,
      "Parameters:\n  Kind: { Type: String, Default: AMAZON_ELASTICSEARCH }\n",
    ),
    { messages: "ja" },
  ));

test.each([
  ["the new name", source("      Type: AMAZON_OPENSEARCH_SERVICE\n")],
  ["another source", source("      Type: AWS_LAMBDA\n")],
  ["an unknown source", source("      Type: !Ref Kind\n", "Parameters:\n  Kind: { Type: String }\n")],
])("%s", (_, text) => checkRule(appsyncOpensearchOldName, text));

test("writes both new names", () => {
  const yaml = source(`      Type: AMAZON_ELASTICSEARCH
      ElasticsearchConfig: # of the search team
        AwsRegion: eu-west-1
        Endpoint: https://search.example.com
`);
  checkFix(
    appsyncOpensearchOldName,
    yaml,
    yaml.replace("AMAZON_ELASTICSEARCH", "AMAZON_OPENSEARCH_SERVICE").replace("ElasticsearchC", "OpenSearchServiceC"),
  );
  const json =
    '{ "Resources": { "S": { "Type": "AWS::AppSync::DataSource", "Properties": { "ServiceRoleArn": "r", "Type": "AMAZON_ELASTICSEARCH", "ElasticsearchConfig": { "Endpoint": "e" } } } } }';
  checkFix(
    appsyncOpensearchOldName,
    json,
    json.replace("AMAZON_ELASTICSEARCH", "AMAZON_OPENSEARCH_SERVICE").replace("ElasticsearchC", "OpenSearchServiceC"),
  );
});

test("no fix where the settings would clash, or where the type depends on a condition", () => {
  checkNoFix(
    appsyncOpensearchOldName,
    source("      Type: AMAZON_ELASTICSEARCH\n      ElasticsearchConfig: {}\n      OpenSearchServiceConfig: {}\n"),
  );
  checkNoFix(appsyncOpensearchOldName, source("      Type: !If [Prod, AMAZON_ELASTICSEARCH, NONE]\n", conditions));
});

test("a CDK program", () =>
  checkRule(
    appsyncOpensearchOldName,
    typescript(
      `new appsync.CfnDataSource(this, 'Search', { apiId: 'a', name: 'n', serviceRoleArn: 'r', type: 'AMAZON_ELASTICSEARCH' });
//                                                                                            ^^^^^^^^^^^^^^^^^^^^^^ 💡 information: Search uses AMAZON_ELASTICSEARCH…`,
      ["appsync"],
    ),
  ));
