using System.Security.Cryptography;
using CSharpChef.Stacks.Instances;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Cloud;

public sealed class RegisteredResourceTests : ServerTests
{
    [Fact]
    public async Task A_volume_can_be_assigned_only_with_a_mount_point_and_to_a_stopped_instance()
    {
        var sample = await SampleStack.CreateAsync(Server);
        var assign = new { VolumeId = sample["VolumeId"], InstanceId = sample["InstanceId"] };
        await RequireRefusalAsync("has no MountPoint", "AssignVolume", assign);
        await Server.CallAsync("UpdateVolume", new { VolumeId = sample["VolumeId"], MountPoint = "/vol/data" });
        await Server.SetAsync(sample["InstanceId"], InstanceStatus.Online);
        await RequireRefusalAsync("must be stopped", "AssignVolume", assign);
        await Server.SetAsync(sample["InstanceId"], InstanceStatus.Stopped);

        await Server.CallAsync("AssignVolume", assign);

        var volume = Assert.Single((await Server.CallAsync(
            "DescribeVolumes", new { InstanceId = sample["InstanceId"] }))["Volumes"]!.AsArray())!;
        Assert.Equal("in-use", volume["Status"]!.GetValue<string>());
        await RequireRefusalAsync("unassign it first", "DeregisterVolume", new { VolumeId = sample["VolumeId"] });
    }

    [Fact]
    public async Task A_mount_point_is_used_once_on_an_instance()
    {
        var sample = await SampleStack.CreateAsync(Server);
        var second = (await Server.CallAsync(
            "RegisterVolume", new { StackId = sample["StackId"], Ec2VolumeId = "vol-2" }))["VolumeId"]!.GetValue<string>();
        await Server.CallAsync("UpdateVolume", new { VolumeId = sample["VolumeId"], MountPoint = "/data" });
        await Server.CallAsync("UpdateVolume", new { VolumeId = second, MountPoint = "//data/" });
        await Server.CallAsync("AssignVolume", new { VolumeId = sample["VolumeId"], InstanceId = sample["InstanceId"] });

        await RequireRefusalAsync(
            "MountPoint is //data/, where the volume",
            "AssignVolume",
            new { VolumeId = second, InstanceId = sample["InstanceId"] });
        await Server.CallAsync("UpdateVolume", new { VolumeId = second, MountPoint = "/other" });
        await Server.CallAsync("AssignVolume", new { VolumeId = second, InstanceId = sample["InstanceId"] });
        await RequireRefusalAsync("where the volume", "UpdateVolume", new { VolumeId = second, MountPoint = "/data" });
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task Deleting_an_instance_deletes_or_keeps_its_volumes_and_addresses_as_requested(
        bool delete, int left)
    {
        var sample = await SampleStack.CreateAsync(Server);
        await Server.CallAsync("UpdateVolume", new { VolumeId = sample["VolumeId"], MountPoint = "/vol/data" });
        await Server.CallAsync(
            "AssignVolume", new { VolumeId = sample["VolumeId"], InstanceId = sample["InstanceId"] });
        await Server.CallAsync(
            "AssociateElasticIp", new { ElasticIp = sample["ElasticIp"], InstanceId = sample["InstanceId"] });

        await Server.CallAsync(
            "DeleteInstance",
            new { InstanceId = sample["InstanceId"], DeleteVolumes = delete, DeleteElasticIp = delete });

        Assert.Equal(
            left,
            (await Server.CallAsync("DescribeVolumes", new { StackId = sample["StackId"] }))["Volumes"]!
                .AsArray().Count);
        Assert.Equal(left, (await Server.CallAsync(
            "DescribeElasticIps", new { StackId = sample["StackId"] }))["ElasticIps"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("RegisterRdsDbInstance", "RdsDbInstanceArn", "arn:aws:rds:local:1:db:")]
    [InlineData("RegisterEcsCluster", "EcsClusterArn", "arn:aws:ecs:local:1:cluster/")]
    public async Task An_ARN_of_1024_bytes_is_registered_and_one_byte_more_is_refused(
        string operation, string member, string prefix)
    {
        var arn = prefix + RandomNumberGenerator.GetHexString(1024 - prefix.Length);
        var request = new Dictionary<string, string>
        {
            ["StackId"] = await Server.CreateStackAsync(),
            [member] = arn,
        };
        if (operation == "RegisterRdsDbInstance")
        {
            (request["DbUser"], request["DbPassword"]) = ("u", "p");
        }

        await Server.CallAsync(operation, request);

        request[member] = arn + "a";
        await RequireRefusalAsync($"{member} has 1025 bytes; 1024 are allowed", operation, request);
    }

    [Fact]
    public async Task An_Elastic_IP_moves_from_one_instance_to_another()
    {
        var sample = await SampleStack.CreateAsync(Server);
        var other = await Server.CreateInstanceAsync(sample["StackId"], sample["LayerId"]);
        await Server.CallAsync(
            "AssociateElasticIp", new { ElasticIp = sample["ElasticIp"], InstanceId = sample["InstanceId"] });
        await Server.CallAsync("AssociateElasticIp", new { ElasticIp = sample["ElasticIp"], InstanceId = other });

        Assert.Null((await Server.InstanceStateAsync(sample["InstanceId"]))["ElasticIp"]);
        Assert.Equal(sample["ElasticIp"], (await Server.InstanceStateAsync(other))["ElasticIp"]!.GetValue<string>());
        await Server.CallAsync("DisassociateElasticIp", new { ElasticIp = sample["ElasticIp"] });
        Assert.Null((await Server.InstanceStateAsync(other))["ElasticIp"]);
    }

    [Fact]
    public async Task A_second_load_balancer_of_a_layer_and_a_second_layer_of_a_load_balancer_are_refused()
    {
        var sample = await SampleStack.CreateAsync(Server);
        await RequireRefusalAsync(
            "already has the load balancer lb",
            "AttachElasticLoadBalancer",
            new { ElasticLoadBalancerName = "lb2", LayerId = sample["LayerId"] });
        await RequireRefusalAsync(
            "attached to another layer",
            "AttachElasticLoadBalancer",
            new { ElasticLoadBalancerName = "lb", LayerId = await Server.CreateLayerAsync(sample["StackId"], "db") });

        await Server.CallAsync(
            "DetachElasticLoadBalancer", new { ElasticLoadBalancerName = "lb", LayerId = sample["LayerId"] });

        Assert.Empty((await Server.CallAsync(
            "DescribeElasticLoadBalancers", new { StackId = sample["StackId"] }))["ElasticLoadBalancers"]!.AsArray());
    }

    [Fact]
    public async Task A_database_is_described_with_its_user_and_a_filtered_password()
    {
        var sample = await SampleStack.CreateAsync(Server);
        await Server.CallAsync(
            "UpdateRdsDbInstance",
            new { RdsDbInstanceArn = sample["RdsDbInstanceArn"], DbUser = "new", DbPassword = "geheim" });

        var database = (await Server.CallAsync(
            "DescribeRdsDbInstances", new { StackId = sample["StackId"] }))["RdsDbInstances"]![0]!;

        Assert.Equal(("new", "*****FILTERED*****", "shop"), (
            database["DbUser"]!.GetValue<string>(),
            database["DbPassword"]!.GetValue<string>(),
            database["DbInstanceIdentifier"]!.GetValue<string>()));
        Assert.DoesNotContain("geheim", await TestStore.DumpAsync(Server.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ECS_clusters_are_listed_page_by_page_without_gaps_or_repeats()
    {
        for (var n = 0; n < 5; n++)
        {
            await Server.CallAsync("RegisterEcsCluster", new
            {
                StackId = await Server.CreateStackAsync($"stack {n}"),
                EcsClusterArn = $"arn:aws:ecs:local:1:cluster/c{n}"
            });
        }

        var (names, token) = (new List<string>(), "");
        do
        {
            var page = await Server.CallAsync("DescribeEcsClusters", new { MaxResults = 2, NextToken = token });
            names.AddRange(
                page["EcsClusters"]!.AsArray().Select(cluster => cluster!["EcsClusterName"]!.GetValue<string>()));
            token = page["NextToken"]?.GetValue<string>() ?? "";
        }
        while (token.Length > 0);

        Assert.Equal(["c0", "c1", "c2", "c3", "c4"], names);
    }

    [Theory]
    [InlineData("made up")]
    [InlineData("bm8gdG9rZW4")]
    [InlineData("Y2x1c3Rlcgo")]
    [InlineData("YWN0aXZpdHkKNQ")]
    [InlineData("Y2x1c3Rlcgr_")]
    public async Task A_NextToken_that_is_not_of_this_list_is_refused(string token) =>
        await RequireRefusalAsync("NextToken is not a token of this list", "DescribeEcsClusters", new { NextToken = token });

    [Fact]
    public async Task Deleting_a_stack_deletes_all_resources_registered_with_it()
    {
        var sample = await SampleStack.CreateAsync(Server);
        await Server.CallAsync("DeleteInstance", new { InstanceId = sample["InstanceId"] });
        await Server.CallAsync("DeleteLayer", new { LayerId = sample["LayerId"] });
        await Server.CallAsync("DeleteApp", new { AppId = sample["AppId"] });

        await Server.CallAsync("DeleteStack", new { StackId = sample["StackId"] });

        Assert.Equal(0, await Server.Plane.Store.ReadAsync(session => session.ScalarAsync<int>(
            "select count(*) from listing where owner = @owner", new { owner = sample["StackId"] }), Ct));
        Assert.Equal(0, await Server.Plane.Store.ReadAsync(
            session => session.ScalarAsync<int>("select count(*) from name where kind <> 'user'", new { }), Ct));
    }
}
