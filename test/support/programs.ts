/** CDK programs for tests: the statements of one stack's constructor, with what stands around them. */

export function typescript(statements: string): string {
  const body = statements.trim().split("\n").join("\n    ");
  return `import * as cdk from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';

class Net extends cdk.Stack {
  constructor(scope: Construct, id: string, props: NetProps) {
    super(scope, id, props);
    ${body}
  }
}
`;
}

export function python(statements: string): string {
  const body = statements.trim().split("\n").join("\n        ");
  return `import aws_cdk as cdk
from aws_cdk import aws_ec2 as ec2

class Net(cdk.Stack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id, **kwargs)
        ${body}
`;
}
