/**
 * The CDK programs that are measured: one file of about a thousand lines, the same in TypeScript and in Python. Four
 * stacks, each with a VPC of three tiers, a load balancer and services with their security groups and queues.
 */

export type ProgramLanguage = "typescript" | "python";

export interface BenchProgram {
  readonly language: ProgramLanguage;
  readonly text: string;
  readonly lines: number;
}

const stacks = 4;
/** The endpoint of each service. */
const endpoints = ["SQS", "SNS", "KMS", "STS", "ECR", "SSM", "LAMBDA", "EVENTBRIDGE", "ATHENA", "GLUE"] as const;

export function benchProgram(language: ProgramLanguage): BenchProgram {
  const { head, stack, service, end } = language === "typescript" ? typescript : python;
  const each = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, at) => make(at));
  const text = [
    head,
    ...each(stacks, (index) => [stack(index), ...each(endpoints.length, service), end].join("\n")),
  ].join("\n");
  return { language, text, lines: text.split("\n").length };
}

const typescript = {
  head: `import * as cdk from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
`,
  stack: (index: number) => `
/** The network of team ${index}. */
export class Team${index}Stack extends cdk.Stack {
  readonly vpc: ec2.Vpc;

  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    this.vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr('10.${index}.0.0/16'),
      maxAzs: 2,
      natGateways: 1,
      subnetConfiguration: [
        { name: 'edge', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
        { name: 'application', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 22 },
        { name: 'data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 26 },
      ],
    });
    this.vpc.addGatewayEndpoint('Objects', { service: ec2.GatewayVpcEndpointAwsService.S3 });

    const web = new ec2.SecurityGroup(this, 'Web', { vpc: this.vpc, description: 'Load balancer' });
    web.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), 'Everybody');
    const application = new ec2.SecurityGroup(this, 'Application', { vpc: this.vpc, allowAllOutbound: false });
    application.connections.allowFrom(web, ec2.Port.tcp(8080), 'From the balancer');
    application.addEgressRule(ec2.Peer.ipv4('10.${index}.0.0/16'), ec2.Port.tcp(5432), 'Database');

    const balancer = new elbv2.ApplicationLoadBalancer(this, 'Balancer', {
      vpc: this.vpc,
      internetFacing: true,
      securityGroup: web,
    });
    balancer.addListener('Plain', {
      port: 80,
      defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: '443' }),
    });
`,
  service: (index: number) => `
    // Service ${index}: what it owns, and who may talk to it.
    const group${index} = new ec2.SecurityGroup(this, 'Service${index}', {
      vpc: this.vpc,
      description: 'Tasks of service ${index}',
    });
    group${index}.addIngressRule(web, ec2.Port.tcp(${8080 + index}), 'From the balancer');
    const letters${index} = new sqs.Queue(this, 'Letters${index}', { retentionPeriod: cdk.Duration.days(14) });
    new sqs.Queue(this, 'Orders${index}', {
      deadLetterQueue: { queue: letters${index}, maxReceiveCount: 3 },
      visibilityTimeout: cdk.Duration.seconds(30),
    });
    this.vpc.addInterfaceEndpoint('Endpoint${index}', {
      service: ec2.InterfaceVpcEndpointAwsService.${endpoints[index]},
      subnets: { subnetGroupName: 'data' },
    });
    new cdk.CfnOutput(this, 'Group${index}Id', { value: group${index}.securityGroupId });`,
  end: `  }
}`,
};

const python = {
  head: `import aws_cdk as cdk
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_elasticloadbalancingv2 as elbv2
from aws_cdk import aws_sqs as sqs
from constructs import Construct
`,
  stack: (index: number) => `

class Team${index}Stack(cdk.Stack):
    """The network of team ${index}."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        self.vpc = ec2.Vpc(
            self,
            "Vpc",
            ip_addresses=ec2.IpAddresses.cidr("10.${index}.0.0/16"),
            max_azs=2,
            nat_gateways=1,
            subnet_configuration=[
                ec2.SubnetConfiguration(name="edge", subnet_type=ec2.SubnetType.PUBLIC, cidr_mask=24),
                ec2.SubnetConfiguration(name="application", subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS, cidr_mask=22),
                ec2.SubnetConfiguration(name="data", subnet_type=ec2.SubnetType.PRIVATE_ISOLATED, cidr_mask=26),
            ],
        )
        self.vpc.add_gateway_endpoint("Objects", service=ec2.GatewayVpcEndpointAwsService.S3)

        web = ec2.SecurityGroup(self, "Web", vpc=self.vpc, description="Load balancer")
        web.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(443), "Everybody")
        application = ec2.SecurityGroup(self, "Application", vpc=self.vpc, allow_all_outbound=False)
        application.connections.allow_from(web, ec2.Port.tcp(8080), "From the balancer")
        application.add_egress_rule(ec2.Peer.ipv4("10.${index}.0.0/16"), ec2.Port.tcp(5432), "Database")

        balancer = elbv2.ApplicationLoadBalancer(
            self,
            "Balancer",
            vpc=self.vpc,
            internet_facing=True,
            security_group=web,
        )
        balancer.add_listener(
            "Plain",
            port=80,
            default_action=elbv2.ListenerAction.redirect(protocol="HTTPS", port="443"),
        )
`,
  service: (index: number) => `
        # Service ${index}: what it owns, and who may talk to it.
        group_${index} = ec2.SecurityGroup(
            self,
            "Service${index}",
            vpc=self.vpc,
            description="Tasks of service ${index}",
        )
        group_${index}.add_ingress_rule(web, ec2.Port.tcp(${8080 + index}), "From the balancer")
        letters_${index} = sqs.Queue(self, "Letters${index}", retention_period=cdk.Duration.days(14))
        sqs.Queue(
            self,
            "Orders${index}",
            dead_letter_queue=sqs.DeadLetterQueue(queue=letters_${index}, max_receive_count=3),
            visibility_timeout=cdk.Duration.seconds(30),
        )
        self.vpc.add_interface_endpoint(
            "Endpoint${index}",
            service=ec2.InterfaceVpcEndpointAwsService.${endpoints[index]},
            subnets=ec2.SubnetSelection(subnet_group_name="data"),
        )
        cdk.CfnOutput(self, "Group${index}Id", value=group_${index}.security_group_id)`,
  end: "",
};
