namespace CSharpChef.Tests.Stacks.Scaling;

public sealed class ScalingTests : ServerTests
{
    [Fact]
    public async Task A_new_layer_has_load_based_scaling_off_with_default_thresholds()
    {
        var layer = await Server.CreateLayerAsync(await Server.CreateStackAsync());

        var scaling = (await Server.CallAsync(
            "DescribeLoadBasedAutoScaling",
            new { LayerIds = new[] { layer } }))["LoadBasedAutoScalingConfigurations"]![0]!;

        Assert.False(scaling["Enable"]!.GetValue<bool>());
        Assert.Equal((80, 5), (
            scaling["UpScaling"]!["CpuThreshold"]!.GetValue<double>(),
            scaling["UpScaling"]!["ThresholdsWaitTime"]!.GetValue<int>()));
        Assert.Equal((30, 10), (
            scaling["DownScaling"]!["CpuThreshold"]!.GetValue<double>(),
            scaling["DownScaling"]!["IgnoreMetricsTime"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Setting_load_based_scaling_keeps_members_that_are_absent()
    {
        var layer = await Server.CreateLayerAsync(await Server.CreateStackAsync());
        await Server.CallAsync(
            "SetLoadBasedAutoScaling", new { LayerId = layer, Enable = true, UpScaling = new { CpuThreshold = 90.5 } });
        await Server.CallAsync(
            "SetLoadBasedAutoScaling", new { LayerId = layer, UpScaling = new { LoadThreshold = -1 } });

        var scaling = (await Server.CallAsync(
            "DescribeLoadBasedAutoScaling",
            new { LayerIds = new[] { layer } }))["LoadBasedAutoScalingConfigurations"]![0]!;

        Assert.True(scaling["Enable"]!.GetValue<bool>());
        Assert.Equal(90.5, scaling["UpScaling"]!["CpuThreshold"]!.GetValue<double>());
    }

    [Fact]
    public async Task Thresholds_that_were_never_set_are_absent_and_those_that_were_turned_off_are_minus_one()
    {
        var layer = await Server.CreateLayerAsync(await Server.CreateStackAsync());
        var request = new { LayerIds = new[] { layer } };
        var before = (await Server.CallAsync(
            "DescribeLoadBasedAutoScaling", request))["LoadBasedAutoScalingConfigurations"]![0]!["UpScaling"]!;
        Assert.Null(before["MemoryThreshold"]);
        Assert.Null(before["LoadThreshold"]);
        Assert.Null(before["Alarms"]);

        await Server.CallAsync("SetLoadBasedAutoScaling", new { LayerId = layer, UpScaling = new { MemoryThreshold = -1 } });

        var scaling = (await Server.CallAsync(
            "DescribeLoadBasedAutoScaling", request))["LoadBasedAutoScalingConfigurations"]![0]!;
        Assert.Equal(-1, scaling["UpScaling"]!["MemoryThreshold"]!.GetValue<double>());
        Assert.Null(scaling["UpScaling"]!["LoadThreshold"]);
        Assert.Null(scaling["DownScaling"]!["MemoryThreshold"]);
        Assert.Empty(scaling["UpScaling"]!["Alarms"]!.AsArray());
        Assert.Empty(scaling["DownScaling"]!["Alarms"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"ThresholdsWaitTime":0}""", "UpScaling.ThresholdsWaitTime is 0; it must be from 1 to 100")]
    [InlineData("""{"IgnoreMetricsTime":101}""", "UpScaling.IgnoreMetricsTime is 101")]
    [InlineData("""{"CpuThreshold":101}""", "UpScaling.CpuThreshold is 101; it must be from 0 to 100, or -1 for off")]
    [InlineData("""{"Alarms":["a","b","c","d","e","f"]}""", "UpScaling.Alarms has 6 names; the limit is 5")]
    [InlineData("""{"InstanceCount":0}""", "UpScaling.InstanceCount is 0")]
    public async Task A_threshold_out_of_range_is_refused(string thresholds, string says) => await RequireRefusalAsync(
        says, "SetLoadBasedAutoScaling", new
        {
            LayerId = await Server.CreateLayerAsync(await Server.CreateStackAsync()),
            UpScaling = System.Text.Json.Nodes.JsonNode.Parse(thresholds)
        });

    [Fact]
    public async Task Setting_a_schedule_replaces_the_given_days_and_keeps_the_others()
    {
        var id = await CreateTimerInstanceAsync("timer");
        await Server.CallAsync("SetTimeBasedAutoScaling", new
        {
            InstanceId = id,
            AutoScalingSchedule = new
            {
                Monday = new Dictionary<string, string> { ["9"] = "on" },
                Sunday = new Dictionary<string, string> { ["1"] = "on" }
            }
        });
        await Server.CallAsync("SetTimeBasedAutoScaling", new
        {
            InstanceId = id,
            AutoScalingSchedule = new { Monday = new Dictionary<string, string> { ["10"] = "on" } }
        });

        var schedule = (await Server.CallAsync(
            "DescribeTimeBasedAutoScaling",
            new { InstanceIds = new[] { id } }))["TimeBasedAutoScalingConfigurations"]![0]!["AutoScalingSchedule"]!;

        Assert.Equal("10", Assert.Single(schedule["Monday"]!.AsObject()).Key);
        Assert.Equal("1", Assert.Single(schedule["Sunday"]!.AsObject()).Key);
    }

    [Theory]
    [InlineData("24", "on", "has the hour '24'")]
    [InlineData("09", "on", "has the hour '09'")]
    [InlineData("9", "yes", "AutoScalingSchedule.Monday.9 is 'yes'; it must be on or off")]
    public async Task A_schedule_with_an_unknown_hour_or_state_is_refused(string hour, string state, string says) =>
        await RequireRefusalAsync(
        says,
        "SetTimeBasedAutoScaling",
        new
        {
            InstanceId = await CreateTimerInstanceAsync("timer"),
            AutoScalingSchedule = new
            {
                Monday = new Dictionary<string, string> { [hour] = state }
            }
        });

    [Fact]
    public async Task A_schedule_for_an_instance_that_is_not_a_timer_is_refused() =>
        await RequireRefusalAsync(
            "its AutoScalingType must be timer",
            "SetTimeBasedAutoScaling",
            new { InstanceId = await CreateTimerInstanceAsync("load"), AutoScalingSchedule = new { } });

    private async Task<string> CreateTimerInstanceAsync(string type)
    {
        var stack = await Server.CreateStackAsync();
        var layer = await Server.CreateLayerAsync(stack);
        return (await Server.CallAsync("CreateInstance", new
        {
            StackId = stack,
            LayerIds = new[] { layer },
            InstanceType = "small",
            AutoScalingType = type
        }))["InstanceId"]!.GetValue<string>();
    }
}
