/**
 * Which resource types Routewise describes in full. Everything else is known by name only.
 *
 * The line is drawn by service: a service whose resources are the network itself is taken whole, and from the others
 * only those resources that carry network properties (subnets, security groups, VPC settings).
 */

const NETWORK_SERVICES: ReadonlySet<string> = new Set([
  "EC2",
  "ElasticLoadBalancing",
  "ElasticLoadBalancingV2",
  "Route53",
  "Route53Resolver",
  "Route53Profiles",
  "Route53GlobalResolver",
  "Route53RecoveryControl",
  "Route53RecoveryReadiness",
  "DirectConnect",
  "Interconnect",
  "NetworkManager",
  "NetworkFirewall",
  "NetworkMonitor",
  "NetworkFlowMonitor",
  "InternetMonitor",
  "GlobalAccelerator",
  "ApiGateway",
  "ApiGatewayV2",
  "AppSync",
  "VpcLattice",
  "CloudFront",
  "ServiceDiscovery",
  "AppMesh",
  "RTBFabric",
  "WAFv2",
  "Shield",
  "FMS",
  "RAM",
  "StorageGateway",
  "ARCZonalShift",
  "ARCRegionSwitch",
  "Outposts",
  // No networks, but templates are written in it that carry them, and nobody else completes its Globals.
  "Serverless",
]);

const CARRIERS: ReadonlySet<string> = new Set([
  "AWS::CertificateManager::Certificate",
  "AWS::Lambda::Function",
  "AWS::Lambda::Url",
  "AWS::ECS::Service",
  "AWS::ECS::TaskDefinition",
  "AWS::EKS::Cluster",
  "AWS::EKS::Nodegroup",
  "AWS::RDS::DBSubnetGroup",
  "AWS::RDS::DBProxy",
  "AWS::ElastiCache::SubnetGroup",
  "AWS::Redshift::ClusterSubnetGroup",
  "AWS::EFS::MountTarget",
  "AWS::AutoScaling::AutoScalingGroup",
  "AWS::OpenSearchServerless::VpcEndpoint",
  "AWS::Transfer::Server",
  "AWS::DirectoryService::MicrosoftAD",
  "AWS::AppRunner::VpcConnector",
  "AWS::AppRunner::VpcIngressConnection",
  "AWS::MSK::VpcConnection",
  "AWS::DMS::ReplicationSubnetGroup",
  "AWS::Neptune::DBSubnetGroup",
  "AWS::DAX::SubnetGroup",
  "AWS::MemoryDB::SubnetGroup",
  "AWS::Logs::LogGroup",
  "AWS::SSM::Parameter",
]);

/** EC2 resources about compute capacity and disks rather than networks. */
const EC2_WITHOUT_NETWORK =
  /^(Volume|VolumeAttachment|SpotFleet|KeyPair|Host|CapacityReservation.*|CapacityManager.*|EC2Fleet|FpgaImage|PlacementGroup|InstanceEventWindow|EnclaveCertificate.*|SnapshotBlockPublicAccess|SqlHa.*)$/;

/** Whether the resource type is described in full. */
export function isNetworkType(typeName: string): boolean {
  if (CARRIERS.has(typeName)) return true;
  const [vendor, service, resource] = typeName.split("::");
  if (vendor !== "AWS" || service === undefined || resource === undefined) return false;
  if (!NETWORK_SERVICES.has(service)) return false;
  return service !== "EC2" || !EC2_WITHOUT_NETWORK.test(resource);
}
