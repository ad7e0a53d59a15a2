using CSharpChef.Stacks.Activity;
using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Cloud.Addresses;
using CSharpChef.Stacks.Cloud.Balancers;
using CSharpChef.Stacks.Cloud.Clusters;
using CSharpChef.Stacks.Cloud.Databases;
using CSharpChef.Stacks.Cloud.Volumes;
using CSharpChef.Stacks.Cookbooks;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Deployments.Details;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Access;
using CSharpChef.Stacks.Instances.Registered;
using CSharpChef.Stacks.Instances.ServiceErrors;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Removal;
using CSharpChef.Stacks.Retention;
using CSharpChef.Stacks.Runs;
using CSharpChef.Stacks.Runs.Records;
using CSharpChef.Stacks.Scaling;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Stacks.Secrets;
using CSharpChef.Stacks.Tags;
using CSharpChef.Stacks.Users;
using CSharpChef.Stacks.Users.Keys;
using CSharpChef.Stacks.Users.MachineKeys;
using CSharpChef.Stacks.WholeStacks;

namespace CSharpChef.Stacks;

/// <summary>All operations of the API, in alphabetical order.</summary>
internal static class OperationCatalog
{
    private static readonly Operation[] Operations =
    [
        new AssignInstance(),
        new AssignVolume(),
        new AssociateElasticIp(),
        new AttachElasticLoadBalancer(),
        new CancelCommand(),
        new ChangeInstanceLayers(),
        new CloneStack(),
        new CreateAccessKey(),
        new CreateApp(),
        new CreateDeployment(),
        new CreateInstance(),
        new CreateLayer(),
        new CreateStack(),
        new CreateToken(),
        new CreateUserProfile(),
        new DeleteAccessKey(),
        new DeleteApp(),
        new DeleteInstance(),
        new DeleteLayer(),
        new DeleteStack(),
        new DeleteStackSecret(),
        new DeleteToken(),
        new DeleteUserProfile(),
        new DeregisterEcsCluster(),
        new DeregisterElasticIp(),
        new DeregisterInstance(),
        new DeregisterRdsDbInstance(),
        new DeregisterVolume(),
        new DescribeAccessKeys(),
        new DescribeActivity(),
        new DescribeAgentVersions(),
        new DescribeApps(),
        new DescribeCommandDetails(),
        new DescribeCommandLog(),
        new DescribeCommandResults(),
        new DescribeCommands(),
        new DescribeDeploymentDetails(),
        new DescribeDeployments(),
        new DescribeEcsClusters(),
        new DescribeElasticIps(),
        new DescribeElasticLoadBalancers(),
        new DescribeInstanceConnection(),
        new DescribeInstances(),
        new DescribeLayers(),
        new DescribeLoadBasedAutoScaling(),
        new DescribeMyUserProfile(),
        new DescribeOperatingSystems(),
        new DescribePermissions(),
        new DescribeRaidArrays(),
        new DescribeRdsDbInstances(),
        new DescribeRetention(),
        new DescribeServiceErrors(),
        new DescribeStackProvisioningParameters(),
        new DescribeStackSecrets(),
        new DescribeStackSshKey(),
        new DescribeStackSummary(),
        new DescribeStacks(),
        new DescribeTimeBasedAutoScaling(),
        new DescribeTokens(),
        new DescribeUserProfiles(),
        new DescribeUserRoles(),
        new DescribeVolumes(),
        new DetachElasticLoadBalancer(),
        new DisassociateElasticIp(),
        new ForgetSourceHostKey(),
        new GetHostnameSuggestion(),
        new GrantAccess(),
        new ListTags(),
        new PauseStack(),
        new RebootInstance(),
        new RegisterEcsCluster(),
        new RegisterElasticIp(),
        new RegisterInstance(),
        new RegisterMachine(),
        new RegisterRdsDbInstance(),
        new RegisterVolume(),
        new ResumeStack(),
        new RetryCommand(),
        new RotateStackSshKey(),
        new SetLoadBasedAutoScaling(),
        new SetPermission(),
        new SetRetention(),
        new SetStackLimits(),
        new SetStackProvider(),
        new SetStackSecret(),
        new SetTimeBasedAutoScaling(),
        new SetUserRole(),
        new StartInstance(),
        new StartStack(),
        new StopInstance(),
        new StopStack(),
        new TagResource(),
        new UnassignInstance(),
        new UnassignVolume(),
        new UntagResource(),
        new UpdateAccessKey(),
        new UpdateApp(),
        new UpdateElasticIp(),
        new UpdateInstance(),
        new UpdateLayer(),
        new UpdateMyUserProfile(),
        new UpdateRdsDbInstance(),
        new UpdateStack(),
        new UpdateUserProfile(),
        new UpdateVolume(),
    ];

    private static readonly Dictionary<string, Operation> ByTarget =
        Operations.ToDictionary(operation => operation.Target);

    public static IReadOnlyList<Operation> All => Operations;

    /// <summary>The operations whose targets begin with a prefix, by name.</summary>
    public static IReadOnlyList<Operation> Of(string prefix) =>
        [.. All.Where(operation => operation.Prefix == prefix)
            .OrderBy(operation => operation.Name, StringComparer.Ordinal)];

    /// <summary>The operation of a target such as <c>OpsWorks_20130218.CreateStack</c>; null when unknown.</summary>
    public static Operation? Find(string target) => ByTarget.GetValueOrDefault(target);

    /// <exception cref="OperationException">The target names no operation of this server.</exception>
    public static Operation Get(string target) => Find(target) ?? throw ApiError.UnknownOperation(target);
}
