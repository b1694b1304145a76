#!/usr/bin/env node
import * as cdk from 'aws-cdk-lib';
import { NetworkStack } from '../lib/network-stack';
import { ServiceStack } from '../lib/service-stack';

const app = new cdk.App();

new NetworkStack(app, 'Network', { stage: app.node.tryGetContext('stage') ?? 'dev' });
new ServiceStack(app, 'Service');
