using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Cloud.Addresses;
using CSharpChef.Stacks.Cloud.Balancers;
using CSharpChef.Stacks.Cloud.Clusters;
using CSharpChef.Stacks.Cloud.Databases;
using CSharpChef.Stacks.Cloud.Volumes;
using CSharpChef.Stacks.Cookbooks;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Instances.ServiceErrors;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Stacks.Secrets;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.WholeStacks;

public sealed class CloneStackTests : ServerTests
{
    private static readonly Type[] Copied = [typeof(App), typeof(Layer), typeof(Permission)];

    private static readonly Type[] NotCopied =
    [
        typeof(Command),
        typeof(Deployment),
        typeof(EcsCluster),
        typeof(ElasticIp),
        typeof(ElasticLoadBalancer),
        typeof(Instance),
        typeof(PublishedValues),
        typeof(RaidArray),
        typeof(RdsDbInstance),
        typeof(ServiceError),
        typeof(StackCookbooks),
        typeof(StackSecret),
        typeof(Volume),
    ];

    [Fact]
    public void Every_document_type_of_a_stack_is_known_to_be_copied_or_not_copied_by_a_clone() =>
        Assert.Equal(StackDocuments.Types, StackDocuments.Sorted(Copied.Concat(NotCopied)));

    [Theory]
    [InlineData(nameof(UserRole.Creator), "iam_only")]
    [InlineData(nameof(UserRole.Admin), "deny")]
    public async Task The_level_deny_of_an_administrator_is_copied_only_when_an_administrator_clones(
        string role, string level)
    {
        var stack = await Server.CreateStackAsync();
        var cloner = await Server.CreateUserAsync("alice", Enum.Parse<UserRole>(role));
        var denied = await Server.CreateUserAsync("bob", UserRole.Admin);
        foreach (var (user, given) in new[] { (cloner, "manage"), (denied, "deny") })
        {
            await Server.CallAsync("SetPermission", new { StackId = stack, IamUserArn = user.UserArn, Level = given });
        }

        var clone = (await Server.CallAsync(
            "CloneStack", new { SourceStackId = stack, ServiceRoleArn = "x", ClonePermissions = true }, cloner))["StackId"]!.GetValue<string>();

        var permission = (await Server.CallAsync(
            "DescribePermissions", new { StackId = clone, IamUserArn = denied.UserArn }))["Permissions"]![0]!;
        Assert.Equal(level, permission["Level"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_clone_has_no_tags_and_its_load_based_scaling_is_off_with_the_same_thresholds()
    {
        var stack = await Server.CreateStackAsync();
        var layer = await Server.CreateLayerAsync(stack);
        foreach (var arn in new[] { $"arn:aws:opsworks:r:1:stack/{stack}/", $"arn:aws:opsworks:r:1:layer/{layer}/" })
        {
            await Server.CallAsync("TagResource", new { ResourceArn = arn, Tags = new { team = "web" } });
        }

        await Server.CallAsync(
            "SetLoadBasedAutoScaling", new { LayerId = layer, Enable = true, UpScaling = new { CpuThreshold = 70 } });

        var clone = (await Server.CallAsync(
            "CloneStack", new { SourceStackId = stack, ServiceRoleArn = "x" }))["StackId"]!.GetValue<string>();

        var copy = (await Server.CallAsync("DescribeLayers", new { StackId = clone }))["Layers"]![0]!["LayerId"]!.GetValue<string>();
        var tags = await Server.CallAsync("ListTags", new { ResourceArn = $"arn:aws:opsworks:r:1:layer/{copy}/" });
        Assert.Empty(tags["Tags"]!.AsObject());
        var scaling = (await Server.CallAsync(
            "DescribeLoadBasedAutoScaling", new { LayerIds = new[] { copy } }))["LoadBasedAutoScalingConfigurations"]![0]!;
        Assert.False(scaling["Enable"]!.GetValue<bool>());
        Assert.Equal(70, scaling["UpScaling"]!["CpuThreshold"]!.GetValue<double>());
    }

    [Fact]
    public async Task A_clone_of_a_stack_with_every_type_of_document_has_layers_and_the_requested_apps_and_permissions()
    {
        var sample = await SampleStack.CreateAsync(Server);
        var user = await Server.CreateUserAsync("anna");
        await Server.CallAsync(
            "SetPermission", new { StackId = sample["StackId"], IamUserArn = user.UserArn, Level = "show" });

        var clone = (await Server.CallAsync("CloneStack", new
        {
            SourceStackId = sample["StackId"],
            ServiceRoleArn = "x",
            ClonePermissions = true,
            CloneAppIds = new[] { sample["AppId"] },
        }))["StackId"]!.GetValue<string>();

        Assert.Equal(StackDocuments.Types, await StackDocuments.InStackAsync(Server, sample["StackId"]));
        Assert.Equal(StackDocuments.Sorted(Copied), await StackDocuments.InStackAsync(Server, clone));
    }
}
