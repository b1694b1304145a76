notes_table = dynamodb.Table(
    self,
    "NotesTable",
    partition_key=dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING),
    billing_mode=dynamodb.BillingMode.PAY_PER_REQUEST,
)
graphql_api = appsync.CfnGraphQLApi(
    self,
    "GraphqlApi",
    name="${1:notes}",
    authentication_type="AWS_IAM",
)
graphql_schema = appsync.CfnGraphQLSchema(
    self,
    "GraphqlSchema",
    api_id=graphql_api.attr_api_id,
    definition="\\n".join(
        [
            "type Note { id: ID! text: String }",
            "type Query { getNote(id: ID!): Note }",
        ]
    ),
)
notes_role = iam.Role(
    self,
    "NotesRole",
    assumed_by=iam.ServicePrincipal("appsync.amazonaws.com"),
)
notes_table.grant(notes_role, "dynamodb:GetItem")
notes_source = appsync.CfnDataSource(
    self,
    "NotesSource",
    api_id=graphql_api.attr_api_id,
    name="notes",
    type="AMAZON_DYNAMODB",
    service_role_arn=notes_role.role_arn,
    dynamo_db_config=appsync.CfnDataSource.DynamoDBConfigProperty(
        table_name=notes_table.table_name,
        aws_region=self.region,
    ),
)
get_note_resolver = appsync.CfnResolver(
    self,
    "GetNoteResolver",
    api_id=graphql_api.attr_api_id,
    type_name="Query",
    field_name="getNote",
    data_source_name=notes_source.attr_name,
    runtime=appsync.CfnResolver.AppSyncRuntimeProperty(name="APPSYNC_JS", runtime_version="1.0.0"),
    code="\\n".join(
        [
            'import { get } from "@aws-appsync/utils/dynamodb";',
            "export const request = (ctx) => get({ key: { id: ctx.args.id } });",
            "export const response = (ctx) => ctx.result;",
        ]
    ),
)
get_note_resolver.add_dependency(graphql_schema)
