using CSharpChef.Stacks.Instances;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>The part of the scenario with instances, resources and deployments.</summary>
internal sealed partial class ClientScenario
{
    private async Task MakeInstancesAsync()
    {
        Assert.NotEmpty(Text((await client.CallAsync("GetHostnameSuggestion", new { LayerId = layer }))["Hostname"]));
        instance = await CreateAsync("CreateInstance", new
        {
            StackId = stack,
            LayerIds = new[] { layer },
            InstanceType = "small",
            AutoScalingType = "timer",
            BlockDeviceMappings = new[] { new
            {
                DeviceName = "/dev/sda",
                Ebs = new { VolumeSize = 20, VolumeType = "gp2", DeleteOnTermination = true }
            } },
        });
        await client.CallAsync(
            "UpdateInstance", new { InstanceId = instance, Hostname = "web-1", Architecture = "x86_64" });
        await client.WaitAsync("InstanceStopped", new { InstanceIds = new[] { instance } });
        var found = Assert.Single(
            await ListAsync("DescribeInstances", "Instances", new { InstanceIds = new[] { instance } }))!;
        Assert.Equal(
            ("web-1", "stopped", "x86_64"),
            (Text(found["Hostname"]), Text(found["Status"]), Text(found["Architecture"])));
        await client.CallAsync("SetTimeBasedAutoScaling", new
        {
            InstanceId = instance,
            AutoScalingSchedule = new { Monday = new Dictionary<string, string> { ["7"] = "on" } }
        });
        var schedule = Assert.Single(await ListAsync(
            "DescribeTimeBasedAutoScaling",
            "TimeBasedAutoScalingConfigurations",
            new { InstanceIds = new[] { instance } }))!;
        Assert.Equal("on", Text(schedule["AutoScalingSchedule"]!["Monday"]!["7"]));
        await RegisterAsync();
    }

    private async Task RegisterAsync()
    {
        registered = await CreateAsync("RegisterInstance", new
        {
            StackId = stack,
            Hostname = "old",
            PublicIp = "192.0.2.9",
            RsaPublicKey = "key",
            InstanceIdentity = new { Document = "d", Signature = "s" },
        });
        await (set is null ? RefuseUnknownAsync() : AssignAsync(set));
    }

    private async Task AssignAsync(Func<string, InstanceStatus, Task> set)
    {
        await set(registered, InstanceStatus.Registered);
        await client.WaitAsync("InstanceRegistered", new { InstanceIds = new[] { registered } });
        await client.CallAsync("AssignInstance", new { InstanceId = registered, LayerIds = new[] { layer } });
        await client.CallAsync("UnassignInstance", new { InstanceId = registered });
    }

    // A server logs in to a machine only after csharpchef instance register has told its host keys.
    private async Task RefuseUnknownAsync()
    {
        await client.RequireRefusalAsync(
            "ValidationException",
            $"Instance old ({registered}) cannot be assigned to layers: it is registering, and must be one of registered.",
            "AssignInstance",
            new { InstanceId = registered, LayerIds = new[] { layer } });
        await client.RequireRefusalAsync(
            "ValidationException",
            $"Instance old ({registered}) cannot be unassigned: it is registering, and must be one of assigning, running_setup, online, setup_failed, connection_lost.",
            "UnassignInstance",
            new { InstanceId = registered });
    }

    private async Task MakeResourcesAsync()
    {
        await client.CallAsync("RegisterElasticIp", new { StackId = stack, ElasticIp = "192.0.2.7" });
        await client.CallAsync("UpdateElasticIp", new { ElasticIp = "192.0.2.7", Name = "front" });
        await client.CallAsync("AssociateElasticIp", new { ElasticIp = "192.0.2.7", InstanceId = instance });
        Assert.Equal("front", Text(
            Assert.Single(
                await ListAsync("DescribeElasticIps", "ElasticIps", new { InstanceId = instance }))!["Name"]));
        volume = await CreateAsync("RegisterVolume", new { StackId = stack, Ec2VolumeId = "vol-1" });
        await client.CallAsync("UpdateVolume", new { VolumeId = volume, Name = "data", MountPoint = "/data" });
        await client.CallAsync("AssignVolume", new { VolumeId = volume, InstanceId = instance });
        Assert.Equal("in-use", Text(Assert.Single(
            await ListAsync("DescribeVolumes", "Volumes", new { VolumeIds = new[] { volume } }))!["Status"]));
        Assert.Empty(await ListAsync("DescribeRaidArrays", "RaidArrays", new { StackId = stack }));
        await client.CallAsync(
            "RegisterRdsDbInstance",
            new { StackId = stack, RdsDbInstanceArn = Database, DbUser = "u", DbPassword = "hidden" });
        await client.CallAsync("UpdateRdsDbInstance", new { RdsDbInstanceArn = Database, DbUser = "shop" });
        Assert.Equal("shop", Text(Assert.Single(
            await ListAsync("DescribeRdsDbInstances", "RdsDbInstances", new { StackId = stack }))!["DbUser"]));
        await client.CallAsync("AttachElasticLoadBalancer", new { ElasticLoadBalancerName = "lb", LayerId = layer });
        Assert.Single(await ListAsync("DescribeElasticLoadBalancers", "ElasticLoadBalancers", new { StackId = stack }));
    }

    // A stack has at most one cluster.
    private async Task PageClustersAsync()
    {
        foreach (var n in Enumerable.Range(1, 3))
        {
            var id = n == 1 ? stack : await CreateAsync(
                "CloneStack", new { SourceStackId = stack, ServiceRoleArn = Role, Name = $"copy {n}" });
            await client.CallAsync("RegisterEcsCluster", new { StackId = id, EcsClusterArn = Cluster(n) });
            stacks.Add(id);
        }

        Assert.Equal(Cluster(1), Text(Assert.Single(
            await ListAsync("DescribeEcsClusters", "EcsClusters", new { StackId = stack }))!["EcsClusterArn"]));
        var pages = (await client.CallPageByPageAsync("DescribeEcsClusters", 1, new { }))["Pages"]!.AsArray();
        Assert.Equal(
            Enumerable.Range(1, 3).Select(Cluster), pages.SelectMany(page => page!["EcsClusters"]!.AsArray())
                .Select(cluster => Text(cluster!["EcsClusterArn"])));
        Assert.Equal(client is CommandLineSession ? 1 : 3, pages.Count);
    }

    private async Task OperateInstancesAsync()
    {
        await StartAsync();
        await client.CallAsync("StopInstance", new { InstanceId = instance });
        await (set?.Invoke(instance, InstanceStatus.Stopped) ?? Task.CompletedTask);
        await client.CallAsync("StartStack", new { StackId = stack });
        await client.CallAsync("StopStack", new { StackId = stack });
        await (set?.Invoke(instance, InstanceStatus.Stopped) ?? Task.CompletedTask);
        Assert.Equal(1, (await client.CallAsync(
            "DescribeStackSummary",
            new { StackId = stack }))["StackSummary"]!["InstancesCount"]!["Stopped"]!.GetValue<int>());
        await DeployAsync();
        Assert.Empty(await ListAsync("DescribeServiceErrors", "ServiceErrors", new { StackId = stack }));
        await RebootAsync();
    }

    // A server process of these tests has no provider of machines.
    private Task StartAsync() => set is null
        ? client.RequireRefusalAsync(
            "ValidationException",
            $"Instance web-1 ({instance}) cannot be started: its stack has no provider of machines. Register existing machines with csharpchef instance register, start the server with serve --local for machines of its own host, or name a provider with csharpchef stack provider.",
            "StartInstance",
            new { InstanceId = instance })
        : client.CallAsync("StartInstance", new { InstanceId = instance });

    private async Task DeployAsync()
    {
        var command = new
        {
            StackId = stack,
            Command = new { Name = "execute_recipes", Args = new { recipes = new[] { "web::default" } } },
            Comment = "again",
        };
        if (set is null)
        {
            await client.RequireRefusalAsync(
                "ValidationException",
                "No instance can run execute_recipes: none of those that the request selects is online.",
                "CreateDeployment",
                command);
            Assert.Empty(await ListAsync("DescribeDeployments", "Deployments", new { StackId = stack }));
            Assert.Empty(await ListAsync("DescribeCommands", "Commands", new { InstanceId = instance }));
            return;
        }

        await set(instance, InstanceStatus.Online);
        var deployment = await CreateAsync("CreateDeployment", command);
        Assert.Equal("pending", Text(Assert.Single(
            await ListAsync("DescribeCommands", "Commands", new { DeploymentId = deployment }))!["Status"]));
        await finish!(deployment);
        await client.WaitAsync("DeploymentSuccessful", new { DeploymentIds = new[] { deployment } });
        var found = Assert.Single(
            await ListAsync("DescribeDeployments", "Deployments", new { DeploymentIds = new[] { deployment } }))!;
        Assert.Equal("web::default", Text(found["Command"]!["Args"]!["recipes"]![0]));
    }

    private async Task RebootAsync()
    {
        if (set is null)
        {
            await client.RequireRefusalAsync(
                "ValidationException",
                $"Instance web-1 ({instance}) cannot be rebooted: it is stopped, and must be one of online, setup_failed, connection_lost.",
                "RebootInstance",
                new { InstanceId = instance });
            return;
        }

        await client.CallAsync("RebootInstance", new { InstanceId = instance });
        await set(instance, InstanceStatus.Stopped);
    }

    private async Task RefuseAsync()
    {
        await client.RequireRefusalAsync(
            "ValidationException",
            $"Instance web-1 ({instance}) runs Linux, and temporary access is only for Windows: use SetPermission with AllowSsh.",
            "GrantAccess",
            new { InstanceId = instance, ValidForInMinutes = 60 });
        await client.RequireRefusalAsync(
            "ResourceNotFoundException",
            "Unable to find stack with ID nothing",
            "DescribeStacks",
            new { StackIds = new[] { "nothing" } });
        await client.RequireRefusalAsync(
            "ValidationException",
            "Cannot delete the stack shop: it still has instances (2). Delete them first.",
            "DeleteStack",
            new { StackId = stack });
    }

    private async Task RemoveAsync()
    {
        stacks.Add(await CreateAsync(
            "CloneStack",
            new
            {
                SourceStackId = stack,
                ServiceRoleArn = Role,
                CloneAppIds = new[]
            {
                app
            },
                ClonePermissions = true
            }));
        foreach (var n in Enumerable.Range(1, 3))
        {
            await client.CallAsync("DeregisterEcsCluster", new { EcsClusterArn = Cluster(n) });
        }

        await client.CallAsync("DetachElasticLoadBalancer", new { ElasticLoadBalancerName = "lb", LayerId = layer });
        await client.CallAsync("DeregisterRdsDbInstance", new { RdsDbInstanceArn = Database });
        await client.CallAsync("UnassignVolume", new { VolumeId = volume });
        await client.CallAsync("DeregisterVolume", new { VolumeId = volume });
        await client.CallAsync("DisassociateElasticIp", new { ElasticIp = "192.0.2.7" });
        await client.CallAsync("DeregisterElasticIp", new { ElasticIp = "192.0.2.7" });
        await (set?.Invoke(registered, InstanceStatus.Registering) ?? Task.CompletedTask);
        await client.CallAsync("DeregisterInstance", new { InstanceId = registered });
        await client.CallAsync("DeleteInstance", new { InstanceId = instance });
        await client.WaitAsync("InstanceTerminated", new { InstanceIds = new[] { instance } });
        foreach (var stack in stacks)
        {
            await EmptyAsync(stack);
        }

        await client.CallAsync("DeleteUserProfile", new { IamUserArn = Ann });
        Assert.Empty(await ListAsync("DescribeStacks", "Stacks"));
    }

    private async Task EmptyAsync(string id)
    {
        foreach (var app in await ListAsync("DescribeApps", "Apps", new { StackId = id }))
        {
            await client.CallAsync("DeleteApp", new { AppId = Text(app!["AppId"]) });
        }

        foreach (var layer in await ListAsync("DescribeLayers", "Layers", new { StackId = id }))
        {
            await client.CallAsync("DeleteLayer", new { LayerId = Text(layer!["LayerId"]) });
        }

        await client.CallAsync("DeleteStack", new { StackId = id });
    }

    private static string Cluster(int n) => $"arn:aws:ecs:local:1:cluster/shop{n}";
}
