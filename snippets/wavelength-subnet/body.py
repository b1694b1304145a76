wavelength_subnet = ec2.CfnSubnet(
    self,
    "WavelengthSubnet",
    vpc_id=${1:vpc}.vpc_id,
    cidr_block="${2:10.0.200.0/24}",
    availability_zone="${3:ap-northeast-1-wl1-nrt-wlz-1}",
)
carrier_gateway = ec2.CfnCarrierGateway(self, "CarrierGateway", vpc_id=$1.vpc_id)
wavelength_route_table = ec2.CfnRouteTable(self, "WavelengthRouteTable", vpc_id=$1.vpc_id)
ec2.CfnRoute(
    self,
    "WavelengthDefaultRoute",
    route_table_id=wavelength_route_table.ref,
    destination_cidr_block="0.0.0.0/0",
    carrier_gateway_id=carrier_gateway.ref,
)
ec2.CfnSubnetRouteTableAssociation(
    self,
    "WavelengthSubnetRoutes",
    subnet_id=wavelength_subnet.ref,
    route_table_id=wavelength_route_table.ref,
)
