using System.Text.Json.Nodes;
using CSharpChef.Cli.Nouns.Machines;
using CSharpChef.Cli.Nouns.Requests;
using CSharpChef.Client.Polling;

namespace CSharpChef.Cli.Nouns;

/// <summary>
/// All nouns and verbs, each with its operation. Options come from the operation itself.
/// </summary>
internal static class NounTable
{
    public static IReadOnlyList<Noun> All { get; } =
    [
        new(
            "activity",
            "Changes that users and the server itself made.",
            "At Operation Outcome Subject IamUserArn Address Changes.Warnings",
            Activity),
        new("address", "Elastic IP addresses.", "Ip Name Region InstanceId", Addresses),
        new("app", "Apps of stacks and the sources of their code.", "Shortname Name Type AppId CreatedAt", Apps),
        new("balancer", "Load balancers of layers.", "ElasticLoadBalancerName DnsName LayerId", Balancers),
        new("cluster", "Container clusters of stacks.", "EcsClusterName EcsClusterArn RegisteredAt", Clusters),
        new(
            "command",
            "Commands on instances, from deployments and lifecycle events.",
            "Hostname Type Status Waiting.Reason CreatedAt CompletedAt StartedBy CommandId",
            Commands)
        {
            ExtraVerbs = [CommandLogsVerb.Create],
        },
        new(
            "database",
            "Database servers of stacks.",
            "DbInstanceIdentifier Engine Address DbUser RdsDbInstanceArn",
            Databases),
        new(
            "deployment",
            "Deployments of apps and runs of recipes on instances.",
            "DeploymentId Command.Name Status CreatedAt Duration Comment",
            Deployments),
        new(
            "event",
            "Lifecycle events, which run the recipes of layers.",
            "DeploymentId Command.Name Status CreatedAt Duration Comment",
            Events),
        new(
            "instance",
            "Machines of stacks.",
            "Hostname Status InstanceType Os PrivateIp PublicIp InstanceId",
            Instances)
        {
            ExtraVerbs = [InstanceRegisterVerb.Create, InstanceSshVerb.Create],
        },
        new(
            "key",
            "Access keys that sign requests.",
            "AccessKeyId IamUserArn CreatedAt LastUsedAt ExpiresAt Disabled",
            Keys),
        new("layer", "Groups of instances with the same recipes.", "Shortname Name Type LayerId CreatedAt", Layers),
        new("permission", "Permissions of users for stacks.", "IamUserArn StackId Level AllowSsh AllowSudo", Permissions),
        new("retention", "Settings of how long the server keeps history.", "", Retention),
        new("scaling", "Automatic start and stop of instances, by time or load.", "", Scaling),
        new(
            "stack",
            "Groups of instances, layers and apps, managed together.",
            "Name Region DefaultOs StackId CreatedAt",
            Stacks)
        {
            ExtraVerbs =
            [
                StackExportVerb.Create, StackImportVerb.Create, StackRotateKeyVerb.Create, StackSecretVerbs.Create,
            ],
        },
        new("tag", "Tags of stacks and layers.", "", Tags),
        new(
            "token",
            "Bearer tokens, such as csharpchef login creates.",
            "TokenId IamUserArn Comment LastUsedAt ExpiresAt",
            Tokens),
        new(
            "user",
            "People and programs that use the server.",
            "Name SshUsername AllowSelfManagement IamUserArn",
            Users),
        new("volume", "Disks of instances.", "VolumeId Name Status Size MountPoint InstanceId", Volumes),
    ];

    private static IReadOnlyList<NounVerb> Activity() =>
    [
        new("list", "DescribeActivity"),
        new("show", "DescribeActivity")
        {
            Description =
                "Shows the activity log with the values before and after each change, in pages, the newest entries first.",
        },
    ];

    private static IReadOnlyList<NounVerb> Addresses() =>
    [
        new("associate", "AssociateElasticIp", "ElasticIp", "InstanceId"),
        new("deregister", "DeregisterElasticIp", "ElasticIp"),
        new("disassociate", "DisassociateElasticIp", "ElasticIp"),
        new("list", "DescribeElasticIps"),
        new("register", "RegisterElasticIp", "ElasticIp"),
        new("show", "DescribeElasticIps", "Ips"),
        new("update", "UpdateElasticIp", "ElasticIp"),
    ];

    private static IReadOnlyList<NounVerb> Apps() =>
    [
        new("create", "CreateApp", "Name") { Defaults = Values(("Type", "other")) },
        new("delete", "DeleteApp", "AppId"),
        new("list", "DescribeApps"),
        new("show", "DescribeApps", "AppIds"),
        new("update", "UpdateApp", "AppId"),
    ];

    private static IReadOnlyList<NounVerb> Balancers() =>
    [
        new("attach", "AttachElasticLoadBalancer", "ElasticLoadBalancerName"),
        new("detach", "DetachElasticLoadBalancer", "ElasticLoadBalancerName"),
        new("list", "DescribeElasticLoadBalancers"),
    ];

    private static IReadOnlyList<NounVerb> Clusters() =>
    [
        new("deregister", "DeregisterEcsCluster", "EcsClusterArn"),
        new("list", "DescribeEcsClusters"),
        new("register", "RegisterEcsCluster", "EcsClusterArn"),
        new("show", "DescribeEcsClusters", "EcsClusterArns"),
    ];

    private static IReadOnlyList<NounVerb> Commands() =>
    [
        new("cancel", "CancelCommand", "CommandId"),
        new("list", "DescribeCommandDetails"),
        new("plan", "CreateDeployment")
        {
            Description = "Shows what a command would change on instances, in the logs of commands that change nothing.",
            Fixed = ("Plan", JsonValue.Create(true)),
            Polled = PolledRecord.Deployment,
        },
        new("results", "DescribeCommandResults", "CommandId")
        {
            Columns = "Resource Status Milliseconds Changes Message Position"
        },
        new("retry", "RetryCommand", "CommandId") { Prints = "DeploymentId", Polled = PolledRecord.Deployment },
        new("show", "DescribeCommandDetails", "CommandIds"),
    ];

    private static IReadOnlyList<NounVerb> Databases() =>
    [
        new("deregister", "DeregisterRdsDbInstance", "RdsDbInstanceArn"),
        new("list", "DescribeRdsDbInstances"),
        new("register", "RegisterRdsDbInstance", "RdsDbInstanceArn"),
        new("show", "DescribeRdsDbInstances", "RdsDbInstanceArns"),
        new("update", "UpdateRdsDbInstance", "RdsDbInstanceArn"),
    ];

    private static IReadOnlyList<NounVerb> Deployments() =>
    [
        new("create", "CreateDeployment")
        {
            Polled = PolledRecord.Deployment,
            Question = WideDeployment.QuestionAsync,
        },
        new("list", "DescribeDeployments"),
        new("show", "DescribeDeploymentDetails", "DeploymentIds"),
    ];

    private static IReadOnlyList<NounVerb> Events() =>
    [
        new("trigger", "CreateDeployment", "Command")
        {
            Description =
                "Runs the recipes of a lifecycle event on online instances. Returns at once.",
            Choice = ("EVENT", ["setup", "configure", "deploy", "undeploy"]),
            Polled = PolledRecord.Deployment,
            Question = WideDeployment.QuestionAsync,
        },
    ];

    private static IReadOnlyList<NounVerb> Instances() =>
    [
        new("access", "GrantAccess", "InstanceId"),
        new("assign", "AssignInstance", "InstanceId") { Polled = PolledRecord.Instance },
        new("create", "CreateInstance") { Defaults = Values(("InstanceType", "default")) },
        new("delete", "DeleteInstance", "InstanceId") { Polled = PolledRecord.Instance },
        new("deregister", "DeregisterInstance", "InstanceId") { Polled = PolledRecord.Instance },
        new("errors", "DescribeServiceErrors") { Columns = "CreatedAt Type Message InstanceId" },
        new("layers", "ChangeInstanceLayers", "InstanceId", "LayerIds") { Polled = PolledRecord.Commands },
        new("list", "DescribeInstances"),
        new("reboot", "RebootInstance", "InstanceId") { Polled = PolledRecord.Instance },
        new("show", "DescribeInstances", "InstanceIds"),
        new("start", "StartInstance", "InstanceId") { Polled = PolledRecord.Instance },
        new("stop", "StopInstance", "InstanceId") { Polled = PolledRecord.Instance },
        new("unassign", "UnassignInstance", "InstanceId") { Polled = PolledRecord.Instance },
        new("update", "UpdateInstance", "InstanceId"),
    ];

    private static IReadOnlyList<NounVerb> Keys() =>
    [
        new("create", "CreateAccessKey", "IamUserArn"),
        new("delete", "DeleteAccessKey", "AccessKeyId"),
        new("disable", "UpdateAccessKey", "AccessKeyId") { Fixed = ("Disabled", true) },
        new("enable", "UpdateAccessKey", "AccessKeyId") { Fixed = ("Disabled", false) },
        new("list", "DescribeAccessKeys", "IamUserArn"),
    ];

    private static IReadOnlyList<NounVerb> Layers() =>
    [
        new("create", "CreateLayer", "Shortname")
        {
            Defaults = new Dictionary<string, Func<JsonObject, JsonNode?>>
            {
                ["Name"] = body => body["Shortname"],
                ["Type"] = _ => "custom"
            },
        },
        new("delete", "DeleteLayer", "LayerId"),
        new("hostname", "GetHostnameSuggestion", "LayerId"),
        new("list", "DescribeLayers"),
        new("show", "DescribeLayers", "LayerIds"),
        new("update", "UpdateLayer", "LayerId"),
    ];

    private static IReadOnlyList<NounVerb> Permissions() =>
        [new("list", "DescribePermissions", "IamUserArn"), new("set", "SetPermission", "IamUserArn", "Level")];

    private static IReadOnlyList<NounVerb> Retention() =>
        [new("set", "SetRetention"), new("show", "DescribeRetention")];

    private static IReadOnlyList<NounVerb> Scaling() =>
    [
        new("set-load", "SetLoadBasedAutoScaling", "LayerId"),
        new("set-time", "SetTimeBasedAutoScaling", "InstanceId"),
        new("show-load", "DescribeLoadBasedAutoScaling", "LayerIds"),
        new("show-time", "DescribeTimeBasedAutoScaling", "InstanceIds"),
    ];

    private static IReadOnlyList<NounVerb> Stacks() =>
    [
        new("agents", "DescribeAgentVersions")
        {
            Columns = "Version ConfigurationManager.Name ConfigurationManager.Version"
        },
        new("clone", "CloneStack", "SourceStackId") { Defaults = Values(("ServiceRoleArn", "none")) },
        new("create", "CreateStack", "Name")
        {
            Defaults = Values(("Region", "local"), ("ServiceRoleArn", "none"), ("DefaultInstanceProfileArn", "none"))
        },
        new("delete", "DeleteStack", "StackId"),
        new("forget-host-key", "ForgetSourceHostKey", "StackId"),
        new("limits", "SetStackLimits", "StackId"),
        new("list", "DescribeStacks"),
        new("parameters", "DescribeStackProvisioningParameters", "StackId"),
        new("pause", "PauseStack", "StackId"),
        new("provider", "SetStackProvider", "StackId", "Provider"),
        new("resume", "ResumeStack", "StackId"),
        new("show", "DescribeStacks", "StackIds"),
        new("ssh-key", "DescribeStackSshKey", "StackId") { Prints = "PublicKey" },
        new("start", "StartStack", "StackId") { Polled = PolledRecord.Instances },
        new("stop", "StopStack", "StackId") { Polled = PolledRecord.Instances },
        new("summary", "DescribeStackSummary", "StackId"),
        new("systems", "DescribeOperatingSystems") { Columns = "Id Name Type Supported" },
        new("update", "UpdateStack", "StackId"),
    ];

    private static IReadOnlyList<NounVerb> Tags() =>
    [
        new("add", "TagResource", "ResourceArn"),
        new("list", "ListTags", "ResourceArn"),
        new("remove", "UntagResource", "ResourceArn", "TagKeys"),
    ];

    private static IReadOnlyList<NounVerb> Tokens() =>
    [
        new("create", "CreateToken"),
        new("delete", "DeleteToken", "TokenId"),
        new("list", "DescribeTokens", "IamUserArn"),
    ];

    private static IReadOnlyList<NounVerb> Users() =>
    [
        new("create", "CreateUserProfile", "IamUserArn"),
        new("delete", "DeleteUserProfile", "IamUserArn"),
        new("list", "DescribeUserProfiles"),
        new("me", "DescribeMyUserProfile"),
        new("role", "SetUserRole", "IamUserArn", "Role"),
        new("roles", "DescribeUserRoles", "IamUserArns") { Columns = "Role IamUserArn CreatedAt" },
        new("show", "DescribeUserProfiles", "IamUserArns"),
        new("update", "UpdateUserProfile", "IamUserArn"),
        new("update-me", "UpdateMyUserProfile"),
    ];

    private static IReadOnlyList<NounVerb> Volumes() =>
    [
        new("arrays", "DescribeRaidArrays")
        {
            Columns = "RaidArrayId Name RaidLevel NumberOfDisks Size MountPoint InstanceId"
        },
        new("assign", "AssignVolume", "VolumeId", "InstanceId"),
        new("deregister", "DeregisterVolume", "VolumeId"),
        new("list", "DescribeVolumes"),
        new("register", "RegisterVolume", "Ec2VolumeId"),
        new("show", "DescribeVolumes", "VolumeIds"),
        new("unassign", "UnassignVolume", "VolumeId"),
        new("update", "UpdateVolume", "VolumeId"),
    ];

    private static Dictionary<string, Func<JsonObject, JsonNode?>> Values(
        params (string Member, string Value)[] defaults) =>
        defaults.ToDictionary(column => column.Member, column => new Func<JsonObject, JsonNode?>(_ => column.Value));
}
