import { expect, test } from "vitest";
import { apigwPrivateWithoutPolicy } from "../../../../server/src/rules/apis/apigw-private-without-policy.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("a deployment of an API without a policy", () =>
  checkRule(
    apigwPrivateWithoutPolicy,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration: { Types: [PRIVATE] }
#                                      ^^^^^^^ error: Api is private but has no resource policy, and API Gateway does not deploy a private API without one. Deployment will fail. Add a Policy that allows execute-api:Invoke from your VPC endpoint.
  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api } }
`,
  ));

test("without a deployment a warning, in Japanese", () =>
  checkRule(
    apigwPrivateWithoutPolicy,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration: { Types: [PRIVATE] }
#                                      ^^^^^^^ warning: Api はプライベート API なのにリソースポリシーがない。作成はできてもデプロイできない…
`,
    { messages: "ja" },
  ));

test("points at the deployment", () =>
  expect(
    relatedPlaces(
      apigwPrivateWithoutPolicy,
      `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration: { Types: [PRIVATE] }
  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api } }
`,
    ),
  ).toEqual(['7:3 "Deployment": The deployment']));

test("a policy, and other types", () =>
  checkRule(
    apigwPrivateWithoutPolicy,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration: { Types: [PRIVATE] }
      Policy: !Sub "\${AWS::StackName}"
  Other:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration: { Types: [REGIONAL] }
  Edge: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
`,
  ));

test("definitions that may bring one", () =>
  checkRule(
    apigwPrivateWithoutPolicy,
    `
Transform: AWS::Serverless-2016-10-31
Resources:
  A: { Type: AWS::ApiGateway::RestApi, Properties: { EndpointConfiguration: { Types: [PRIVATE] }, BodyS3Location: { Bucket: b, Key: k } } }
  B: { Type: AWS::ApiGateway::RestApi, Properties: { EndpointConfiguration: { Types: [PRIVATE] }, Body: { x-amazon-apigateway-policy: {} } } }
  C: { Type: AWS::ApiGateway::RestApi, Properties: { EndpointConfiguration: { Types: [PRIVATE] }, Body: { 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: s3://b/k } } } } }
  D: { Type: AWS::Serverless::Api, Properties: { StageName: prod, EndpointConfiguration: { Type: PRIVATE } } }
`,
  ));

test("a definition that holds none", () =>
  checkRule(
    apigwPrivateWithoutPolicy,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration: { Types: [PRIVATE] }
#                                      ^^^^^^^ warning: Api is private but has no resource policy, so it can be made but never deployed…
      Body: { openapi: 3.0.1, paths: {} }
`,
  ));

test("an unknown type, and a default", () =>
  checkRule(
    apigwPrivateWithoutPolicy,
    `
Parameters:
  Unknown: { Type: String }
  Type: { Type: String, Default: PRIVATE }
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration: { Types: [!Ref Type] }
#                                      ^^^^^^^^^ warning: With the default of Type (PRIVATE), Api is private…
  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api } }
  Other:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration: { Types: [!Ref Unknown] }
`,
  ));

test("conditions that go together", () =>
  checkRule(
    apigwPrivateWithoutPolicy,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration: { Types: [!If [Prod, PRIVATE, REGIONAL]] }
      Policy: !If [Prod, { Version: "2012-10-17" }, !Ref AWS::NoValue]
`,
  ));

test("and that do not", () =>
  checkRule(
    apigwPrivateWithoutPolicy,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration: { Types: [PRIVATE] }
#                                      ^^^^^^^ warning: When Prod is false: Api is private…
      Policy: !If [Prod, { Version: "2012-10-17" }, !Ref AWS::NoValue]
`,
  ));

test("allows the endpoint of the template", () =>
  checkFix(
    apigwPrivateWithoutPolicy,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration: { Types: [PRIVATE] }
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.execute-api
`,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration: { Types: [PRIVATE] }
      Policy:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: execute-api:Invoke
            Resource: "execute-api:/*"
            Condition:
              StringEquals:
                aws:SourceVpce: !Ref Endpoint
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.execute-api
`,
  ));

test("makes up no endpoint", () =>
  checkNoFix(
    apigwPrivateWithoutPolicy,
    `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      EndpointConfiguration: { Types: [PRIVATE] }
`,
  ));

test("a CDK program", () =>
  checkRule(
    apigwPrivateWithoutPolicy,
    typescript(
      `new apigateway.CfnRestApi(this, 'Api', { name: 'a', endpointConfiguration: { types: ['PRIVATE'] } });
//                                                                                   ^^^^^^^^^ warning: Api is private but has no resource policy…`,
      ["apigateway"],
    ),
  ));
