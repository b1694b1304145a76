/**
 * Three tiers in one VPC: a load balancer in public subnets, an Auto Scaling group behind it, a database in subnets
 * without a way out. Each tier lets in the one before it, by security groups.
 *
 *     npx cdk synth --app "npx tsx three-tier.ts"
 */
import { App, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';

export class ThreeTierStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr('10.20.0.0/16'),
      maxAzs: 2,
      natGateways: 2,
      subnetConfiguration: [
        { name: 'web', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
        { name: 'application', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
        { name: 'database', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
    });
    vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });

    // The web tier.
    const balancer = new elbv2.ApplicationLoadBalancer(this, 'Balancer', { vpc, internetFacing: true });
    balancer.addListener('Http', {
      port: 80,
      defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
    });
    const https = balancer.addListener('Https', {
      port: 443,
      sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS,
      certificates: [
        elbv2.ListenerCertificate.fromArn('arn:aws:acm:eu-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555'),
      ],
    });

    // The application tier.
    const servers = new autoscaling.AutoScalingGroup(this, 'Servers', {
      vpc,
      vpcSubnets: { subnetGroupName: 'application' },
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.SMALL),
      machineImage: ec2.MachineImage.latestAmazonLinux2023({ cpuType: ec2.AmazonLinuxCpuType.ARM_64 }),
      minCapacity: 2,
      maxCapacity: 6,
    });
    https.addTargets('Application', {
      port: 8080,
      protocol: elbv2.ApplicationProtocol.HTTP,
      targets: [servers],
      healthCheck: { path: '/health', interval: Duration.seconds(30), timeout: Duration.seconds(5) },
    });

    // The database tier.
    const databaseGroup = new ec2.SecurityGroup(this, 'DatabaseGroup', {
      vpc,
      description: 'PostgreSQL from the application',
      allowAllOutbound: false,
    });
    databaseGroup.connections.allowFrom(servers, ec2.Port.POSTGRES, 'Application');
    new rds.DatabaseInstance(this, 'Database', {
      vpc,
      vpcSubnets: { subnetGroupName: 'database' },
      securityGroups: [databaseGroup],
      engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16 }),
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.MEDIUM),
      multiAz: true,
      storageEncrypted: true,
    });

    // Only the application's subnets may speak to the database's, whatever a security group says.
    const databaseAcl = new ec2.NetworkAcl(this, 'DatabaseAcl', { vpc, subnetSelection: { subnetGroupName: 'database' } });
    for (const [index, cidr] of ['10.20.16.0/20', '10.20.32.0/20'].entries()) {
      const ruleNumber = 100 + index * 10;
      databaseAcl.addEntry(`QueriesFrom${index}`, {
        ruleNumber,
        cidr: ec2.AclCidr.ipv4(cidr),
        traffic: ec2.AclTraffic.tcpPort(5432),
        direction: ec2.TrafficDirection.INGRESS,
      });
      databaseAcl.addEntry(`AnswersTo${index}`, {
        ruleNumber,
        cidr: ec2.AclCidr.ipv4(cidr),
        traffic: ec2.AclTraffic.tcpPortRange(1024, 65535),
        direction: ec2.TrafficDirection.EGRESS,
      });
    }

    const zone = new route53.PublicHostedZone(this, 'Zone', { zoneName: 'shop.example.com' });
    new route53.ARecord(this, 'Apex', {
      zone,
      target: route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(balancer)),
    });
  }
}

export const app = new App();
new ThreeTierStack(app, 'ThreeTier');
