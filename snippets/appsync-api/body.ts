const notesTable = new dynamodb.Table(this, "NotesTable", {
  partitionKey: { name: "id", type: dynamodb.AttributeType.STRING },
  billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
});
const graphqlApi = new appsync.CfnGraphQLApi(this, "GraphqlApi", {
  name: "${1:notes}",
  authenticationType: "AWS_IAM",
});
const graphqlSchema = new appsync.CfnGraphQLSchema(this, "GraphqlSchema", {
  apiId: graphqlApi.attrApiId,
  definition: [
    "type Note { id: ID! text: String }",
    "type Query { getNote(id: ID!): Note }",
  ].join("\\n"),
});
const notesRole = new iam.Role(this, "NotesRole", {
  assumedBy: new iam.ServicePrincipal("appsync.amazonaws.com"),
});
notesTable.grant(notesRole, "dynamodb:GetItem");
const notesSource = new appsync.CfnDataSource(this, "NotesSource", {
  apiId: graphqlApi.attrApiId,
  name: "notes",
  type: "AMAZON_DYNAMODB",
  serviceRoleArn: notesRole.roleArn,
  dynamoDbConfig: { tableName: notesTable.tableName, awsRegion: this.region },
});
const getNoteResolver = new appsync.CfnResolver(this, "GetNoteResolver", {
  apiId: graphqlApi.attrApiId,
  typeName: "Query",
  fieldName: "getNote",
  dataSourceName: notesSource.attrName,
  runtime: { name: "APPSYNC_JS", runtimeVersion: "1.0.0" },
  code: [
    'import { get } from "@aws-appsync/utils/dynamodb";',
    "export const request = (ctx) => get({ key: { id: ctx.args.id } });",
    "export const response = (ctx) => ctx.result;",
  ].join("\\n"),
});
getNoteResolver.addDependency(graphqlSchema);
