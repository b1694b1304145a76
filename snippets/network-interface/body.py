interface_group = ec2.SecurityGroup(
    self,
    "InterfaceGroup",
    vpc=${1:vpc},
    description="Traffic of the second interface",
)
network_interface = ec2.CfnNetworkInterface(
    self,
    "NetworkInterface",
    subnet_id=$1.${2:isolated_subnets}[0].subnet_id,
    description="Second interface",
    group_set=[interface_group.security_group_id],
    secondary_private_ip_address_count=${3:1},
)
ec2.CfnNetworkInterfaceAttachment(
    self,
    "NetworkInterfaceAttachment",
    instance_id=${4:instance}.instance_id,
    network_interface_id=network_interface.ref,
    device_index="1",
    delete_on_termination=False,
)
