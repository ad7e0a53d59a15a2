using CSharpChef.Stacks.Cloud.Volumes;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.ServiceErrors;

namespace CSharpChef.Tests.Compatibility;

/// <summary>Creates the instances, deployments and resources of a stack.</summary>
internal sealed partial class StoreMaker
{
    private async Task AddResourcesAsync()
    {
        await CallAsync("RegisterElasticIp", $$"""{ "StackId": "{{stack}}", "ElasticIp": "192.0.2.7" }""");
        await CallAsync("UpdateElasticIp", """{ "ElasticIp": "192.0.2.7", "Name": "front door" }""");
        await CallAsync(
            "AttachElasticLoadBalancer", $$"""{ "ElasticLoadBalancerName": "balancer", "LayerId": "{{web}}" }""");
        await CallAsync("RegisterRdsDbInstance", $$"""
            {
              "StackId": "{{stack}}", "RdsDbInstanceArn": "arn:aws:rds:local:1:db:shop", "DbUser": "shop",
              "DbPassword": "first database password"
            }
            """);
        await CallAsync("UpdateRdsDbInstance", """
            { "RdsDbInstanceArn": "arn:aws:rds:local:1:db:shop", "DbPassword": "second database password" }
            """);
        await CallAsync(
            "RegisterEcsCluster",
            $$"""{ "StackId": "{{stack}}", "EcsClusterArn": "arn:aws:ecs:local:1:cluster/shop" }""");
    }

    private async Task AddAppsAsync()
    {
        var (certificate, key) = MadeKeys.Certificate("shop.example.org");
        app = await CreateAsync("CreateApp", $$"""
            {
              "StackId": "{{stack}}", "Name": "Shop", "Type": "rails", "Description": "What we sell",
              "Domains": ["shop.example.org"], "EnableSsl": true,
              "SslConfiguration": { "Certificate": {{Quoted(certificate)}}, "PrivateKey": {{Quoted(key)}} },
              "AppSource": {
                "Type": "archive", "Url": "https://example.org/shop.tar.gz", "Username": "fetch", "Password": "archive password"
              },
              "DataSources": [
                { "Type": "RdsDbInstance", "Arn": "arn:aws:rds:local:1:db:shop", "DatabaseName": "shop" }
              ],
              "Environment": [
                { "Key": "RAILS_ENV", "Value": "production" }, { "Key": "API_KEY", "Value": "secret api key", "Secure": true }
              ]
            }
            """);
        var deletedApp = await CreateAsync("CreateApp", $$"""{ "StackId": "{{stack}}", "Name": "gone", "Type": "other" }""");
        await CallAsync("DeleteApp", $$"""{ "AppId": "{{deletedApp}}" }""");
    }

    private async Task AddInstancesAsync()
    {
        var first = await server.CreateInstanceAsync(stack, web);
        await server.SetAsync(first, InstanceStatus.Online);
        await CallAsync("AssociateElasticIp", $$"""{ "ElasticIp": "192.0.2.7", "InstanceId": "{{first}}" }""");
        await DeployAsync(first);
        await CallAsync("RebootInstance", $$"""{ "InstanceId": "{{first}}" }""");
        var second = await server.CreateInstanceAsync(stack, web, "second");
        await CallAsync("StartInstance", $$"""{ "InstanceId": "{{second}}" }""");
        await AddVolumeAsync(await server.CreateInstanceAsync(stack, database, "database"));
        await ScheduleAsync();
        await CreateAsync("RegisterInstance", $$"""
            { "StackId": "{{stack}}", "Hostname": "rack-2", "PrivateIp": "192.0.2.34" }
            """);
        var registered = await server.RegisterAsync(stack, "rack-1", "192.0.2.33");
        await server.SetAsync(registered, InstanceStatus.Registered);
        await CallAsync("AssignInstance", $$"""{ "InstanceId": "{{registered}}", "LayerIds": ["{{web}}"] }""");
    }

    private async Task DeployAsync(string instance)
    {
        await CallAsync("CreateDeployment", $$"""
            {
              "StackId": "{{stack}}", "AppId": "{{app}}", "InstanceIds": ["{{instance}}"], "Comment": "a new version",
              "CustomJson": "{ \"version\": 2 }", "Command": { "Name": "deploy", "Args": { "migrate": ["true"] } }
            }
            """);
        await CallAsync("CreateDeployment", $$"""
            { "StackId": "{{stack}}", "LayerIds": ["{{web}}"], "Command": { "Name": "configure" } }
            """);
    }

    private async Task AddVolumeAsync(string instance)
    {
        var volume = await CreateAsync("RegisterVolume", $$"""{ "StackId": "{{stack}}", "Ec2VolumeId": "vol-1" }""");
        await CallAsync("UpdateVolume", $$"""
            { "VolumeId": "{{volume}}", "Name": "pictures", "MountPoint": "/vol/pictures" }
            """);
        await CallAsync("AssignVolume", $$"""{ "VolumeId": "{{volume}}", "InstanceId": "{{instance}}" }""");
    }

    private async Task ScheduleAsync()
    {
        var timer = await CreateAsync("CreateInstance", $$"""
            {
              "StackId": "{{stack}}", "LayerIds": ["{{web}}", "{{database}}"], "InstanceType": "large", "AutoScalingType": "timer",
              "Hostname": "by-day", "BlockDeviceMappings": [{ "DeviceName": "/dev/sdb", "Ebs": { "VolumeSize": 10 } }]
            }
            """);
        await CallAsync("SetTimeBasedAutoScaling", $$"""
            { "InstanceId": "{{timer}}", "AutoScalingSchedule": { "Monday": { "9": "on", "17": "off" }, "Friday": { "9": "on" } } }
            """);
    }

    /// <summary>Adds the documents that only machines create, not an operation of the API.</summary>
    private async Task AddRecordsAsync()
    {
        var instances = (await server.CallAsync("DescribeInstances", new { StackId = stack }))["Instances"]!;
        var instance = instances[0]!["InstanceId"]!.GetValue<string>();
        await server.Plane.Store.WriteAsync(
            async session =>
            {
                await session.AddAsync(Error(instance, session.Now));
                await session.AddAsync(Disks(instance));
                await session.AddAsync(FailedCommand(instance, session.Now));
                return 0;
            },
            default);
    }

    private RaidArray Disks(string instance) =>
        new() { RaidArrayId = "raid-1", StackId = stack, InstanceId = instance, RaidLevel = 1 };

    private ServiceError Error(string instance, DateTimeOffset now) => new()
    {
        ServiceErrorId = "error-1",
        StackId = stack,
        InstanceId = instance,
        Type = "Boot",
        Message = "no answer",
        CreatedAt = now,
    };

    private Command FailedCommand(string instance, DateTimeOffset now) => new()
    {
        CommandId = "command-1",
        InstanceId = instance,
        StackId = stack,
        Type = "setup",
        Status = CommandStatus.Failed,
        ExitCode = 1,
        CreatedAt = now,
        AcknowledgedAt = now,
        CompletedAt = now,
        LogUrl = "http://127.0.0.1:8800/log",
    };
}
