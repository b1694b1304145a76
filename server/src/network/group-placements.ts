/** Where types have their security groups and subnets: data. */

export interface GroupPlacement {
  /** The path of the object that holds the properties; `*` for each item of a list. Left out: Properties itself. */
  readonly in?: string;
  readonly groups: string;
  /** Paths in the object. */
  readonly subnets?: readonly string[];
  readonly vpc?: string;
  /** The property that names a subnet group of this type, which has SubnetIds. */
  readonly subnetGroup?: { readonly property: string; readonly type: string };
}

const vpcConfig: GroupPlacement = { in: "VpcConfig", groups: "SecurityGroupIds", subnets: ["SubnetIds"] };
const subnetGroup = (property: string, type: string) => ({ property, type });

/** Where types have their groups and subnets. That the paths exist is held by a test over AWS's resource data. */
export const groupPlacements: Readonly<Record<string, readonly GroupPlacement[]>> = {
  "AWS::EC2::Instance": [
    { groups: "SecurityGroupIds", subnets: ["SubnetId"] },
    { in: "NetworkInterfaces.*", groups: "GroupSet", subnets: ["SubnetId"] },
  ],
  "AWS::EC2::NetworkInterface": [{ groups: "GroupSet", subnets: ["SubnetId"] }],
  "AWS::EC2::LaunchTemplate": [
    { in: "LaunchTemplateData", groups: "SecurityGroupIds" },
    { in: "LaunchTemplateData.NetworkInterfaces.*", groups: "Groups", subnets: ["SubnetId"] },
  ],
  "AWS::EC2::VPCEndpoint": [{ groups: "SecurityGroupIds", subnets: ["SubnetIds"], vpc: "VpcId" }],
  "AWS::EC2::ClientVpnEndpoint": [{ groups: "SecurityGroupIds", vpc: "VpcId" }],
  "AWS::AutoScaling::LaunchConfiguration": [{ groups: "SecurityGroups" }],
  "AWS::ElasticLoadBalancingV2::LoadBalancer": [
    { groups: "SecurityGroups", subnets: ["Subnets", "SubnetMappings.*.SubnetId"] },
  ],
  "AWS::ElasticLoadBalancing::LoadBalancer": [{ groups: "SecurityGroups", subnets: ["Subnets"] }],
  "AWS::Lambda::Function": [vpcConfig],
  "AWS::Serverless::Function": [vpcConfig],
  "AWS::ECS::Service": [
    { in: "NetworkConfiguration.AwsvpcConfiguration", groups: "SecurityGroups", subnets: ["Subnets"] },
  ],
  "AWS::EKS::Cluster": [{ in: "ResourcesVpcConfig", groups: "SecurityGroupIds", subnets: ["SubnetIds"] }],
  "AWS::Batch::ComputeEnvironment": [{ in: "ComputeResources", groups: "SecurityGroupIds", subnets: ["Subnets"] }],
  "AWS::RDS::DBInstance": [
    { groups: "VPCSecurityGroups", subnetGroup: subnetGroup("DBSubnetGroupName", "AWS::RDS::DBSubnetGroup") },
  ],
  "AWS::RDS::DBCluster": [
    { groups: "VpcSecurityGroupIds", subnetGroup: subnetGroup("DBSubnetGroupName", "AWS::RDS::DBSubnetGroup") },
  ],
  "AWS::RDS::DBProxy": [{ groups: "VpcSecurityGroupIds", subnets: ["VpcSubnetIds"] }],
  "AWS::DocDB::DBCluster": [
    { groups: "VpcSecurityGroupIds", subnetGroup: subnetGroup("DBSubnetGroupName", "AWS::DocDB::DBSubnetGroup") },
  ],
  "AWS::Neptune::DBCluster": [
    { groups: "VpcSecurityGroupIds", subnetGroup: subnetGroup("DBSubnetGroupName", "AWS::Neptune::DBSubnetGroup") },
  ],
  "AWS::Redshift::Cluster": [
    {
      groups: "VpcSecurityGroupIds",
      subnetGroup: subnetGroup("ClusterSubnetGroupName", "AWS::Redshift::ClusterSubnetGroup"),
    },
  ],
  "AWS::ElastiCache::CacheCluster": [
    {
      groups: "VpcSecurityGroupIds",
      subnetGroup: subnetGroup("CacheSubnetGroupName", "AWS::ElastiCache::SubnetGroup"),
    },
  ],
  "AWS::ElastiCache::ReplicationGroup": [
    { groups: "SecurityGroupIds", subnetGroup: subnetGroup("CacheSubnetGroupName", "AWS::ElastiCache::SubnetGroup") },
  ],
  "AWS::MemoryDB::Cluster": [
    { groups: "SecurityGroupIds", subnetGroup: subnetGroup("SubnetGroupName", "AWS::MemoryDB::SubnetGroup") },
  ],
  "AWS::DAX::Cluster": [
    { groups: "SecurityGroupIds", subnetGroup: subnetGroup("SubnetGroupName", "AWS::DAX::SubnetGroup") },
  ],
  "AWS::DMS::ReplicationInstance": [
    {
      groups: "VpcSecurityGroupIds",
      subnetGroup: subnetGroup("ReplicationSubnetGroupIdentifier", "AWS::DMS::ReplicationSubnetGroup"),
    },
  ],
  "AWS::EFS::MountTarget": [{ groups: "SecurityGroups", subnets: ["SubnetId"] }],
  "AWS::FSx::FileSystem": [{ groups: "SecurityGroupIds", subnets: ["SubnetIds"] }],
  "AWS::OpenSearchService::Domain": [{ in: "VPCOptions", groups: "SecurityGroupIds", subnets: ["SubnetIds"] }],
  "AWS::Elasticsearch::Domain": [{ in: "VPCOptions", groups: "SecurityGroupIds", subnets: ["SubnetIds"] }],
  "AWS::MSK::Cluster": [{ in: "BrokerNodeGroupInfo", groups: "SecurityGroups", subnets: ["ClientSubnets"] }],
  "AWS::AmazonMQ::Broker": [{ groups: "SecurityGroups", subnets: ["SubnetIds"] }],
  "AWS::CodeBuild::Project": [{ in: "VpcConfig", groups: "SecurityGroupIds", subnets: ["Subnets"], vpc: "VpcId" }],
  "AWS::Route53Resolver::ResolverEndpoint": [{ groups: "SecurityGroupIds", subnets: ["IpAddresses.*.SubnetId"] }],
  "AWS::ApiGatewayV2::VpcLink": [{ groups: "SecurityGroupIds", subnets: ["SubnetIds"] }],
  "AWS::AppRunner::VpcConnector": [{ groups: "SecurityGroups", subnets: ["Subnets"] }],
  "AWS::SageMaker::NotebookInstance": [{ groups: "SecurityGroupIds", subnets: ["SubnetId"] }],
  "AWS::Transfer::Server": [
    { in: "EndpointDetails", groups: "SecurityGroupIds", subnets: ["SubnetIds"], vpc: "VpcId" },
  ],
};
