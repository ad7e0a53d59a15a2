using System.Text.Json.Nodes;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Text;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Operations;

/// <summary>The rights that operations need, as documented by AWS OpsWorks.</summary>
public sealed class RightsTests
{
    private const string Show =
        """
        DescribeApps DescribeCommands DescribeDeployments DescribeEcsClusters DescribeElasticIps DescribeElasticLoadBalancers DescribeInstances DescribeLayers
        DescribeLoadBasedAutoScaling DescribeRaidArrays DescribeRdsDbInstances DescribeServiceErrors DescribeStackSummary DescribeStacks
        DescribeTimeBasedAutoScaling DescribeVolumes ListTags
        """;

    private const string Deploy = "CreateDeployment UpdateApp";

    private const string Manage =
        """
        AssignInstance AssignVolume AssociateElasticIp AttachElasticLoadBalancer CreateApp CreateInstance CreateLayer DeleteApp DeleteInstance DeleteLayer DeleteStack
        DeregisterEcsCluster DeregisterElasticIp DeregisterInstance DeregisterRdsDbInstance DeregisterVolume DescribePermissions DetachElasticLoadBalancer
        DisassociateElasticIp GetHostnameSuggestion RebootInstance RegisterEcsCluster RegisterElasticIp RegisterInstance RegisterRdsDbInstance RegisterVolume
        SetLoadBasedAutoScaling SetPermission SetTimeBasedAutoScaling StartInstance StartStack StopInstance StopStack UnassignInstance UnassignVolume UpdateElasticIp
        UpdateInstance UpdateLayer UpdateRdsDbInstance UpdateStack UpdateVolume TagResource UntagResource GrantAccess DescribeStackProvisioningParameters
        """;

    private const string Create = "CloneStack CreateStack";
    private const string Admin = "CreateUserProfile DeleteUserProfile DescribeUserProfiles UpdateUserProfile";
    private const string SignedIn =
        "DescribeMyUserProfile UpdateMyUserProfile DescribeAgentVersions DescribeOperatingSystems";

    [Fact]
    public void The_catalog_has_exactly_the_74_operations_of_OpsWorks()
    {
        var opsWorksNames = string.Join(' ', Show, Deploy, Manage, Create, Admin, SignedIn)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(74, opsWorksNames.Length);
        Assert.Equal(opsWorksNames.Order(), OperationCatalog.All
            .Where(operation => operation.Prefix == Operation.OpsWorks)
            .Select(operation => operation.Name)
            .Order());
    }

    [Theory]
    [InlineData(Show, "Show")]
    [InlineData(Deploy, "Deploy")]
    [InlineData(Manage, "Manage")]
    [InlineData(Create, "Create")]
    [InlineData(Admin, "Admin")]
    [InlineData(SignedIn, "SignedIn")]
    public void An_operation_needs_the_right_that_its_documentation_names(string operations, string right) =>
        Findings.AssertNone(
        from name in operations.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        let operation = OperationCatalog.Get($"{Operation.OpsWorks}.{name}")
        where operation.Right.ToString() != right
        select $"{name} needs {operation.Right}");

    [Theory]
    [InlineData("deny", "")]
    [InlineData("iam_only", "")]
    [InlineData("show", "Show")]
    [InlineData("deploy", "Show Deploy")]
    [InlineData("manage", "Show Deploy Manage Create")]
    public void A_level_grants_its_rights_on_a_stack(string level, string rights)
    {
        var granted = Enum.GetValues<Right>().Where(right => right != Right.SignedIn
            && AccessRules.Allows(right, UserRole.Member, EnumNames.Parse<PermissionLevel>(level)));

        Assert.Equal(rights, string.Join(' ', granted));
    }

    /// <summary>
    /// No operation may use a document that a request names without a check of rights: for a user without permission
    /// the document is not found, and one with the level show changes nothing.
    /// </summary>
    [Fact]
    public async Task Every_operation_refuses_a_user_without_the_right_on_the_stack()
    {
        await using var server = await TestPlane.StartAsync();
        var sample = await SampleStack.CreateAsync(server);
        var stranger = await server.CreateUserAsync("stranger");
        var spectator = await server.CreateUserAsync("spectator");
        await server.CallAsync(
            "SetPermission", new { StackId = sample["StackId"], IamUserArn = spectator.UserArn, Level = "show" });
        var findings = new List<string>();

        foreach (var operation in OperationCatalog.All.Where(operation =>
            operation.Right is Right.Show or Right.Deploy or Right.Manage && operation.Prefix == Operation.OpsWorks))
        {
            foreach (var request in sample.RequestsOf(operation))
            {
                findings.AddRange(await FindAsync(
                    server, operation, request, stranger, "ResourceNotFoundException", operation.IsQuery));
                if (operation.Right != Right.Show)
                {
                    findings.AddRange(await FindAsync(
                        server, operation, request, spectator, "AccessDeniedException", operation.IsQuery));
                }
            }
        }

        Findings.AssertNone(findings);
    }

    private static async Task<IEnumerable<string>> FindAsync(
        TestPlane server, Operation operation, JsonObject request, Caller caller, string code, bool mayBeEmpty)
    {
        try
        {
            var answer = await server.CallAsync(operation.Target, request.ToJsonString(), caller);
            return mayBeEmpty && answer.AsObject().All(member => member.Value is JsonArray { Count: 0 })
                ? []
                : [$"{operation.Name} {request.ToJsonString()} answered {caller.UserArn}"];
        }
        catch (OperationException e)
        {
            return e.Code == code
                ? []
                : [$"{operation.Name} {request.ToJsonString()} said {e.Code} to {caller.UserArn}: {e.Message}"];
        }
    }
}
