using CSharpChef.Stacks.Cloud.Balancers;
using CSharpChef.Stacks.Cloud.Databases;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Text;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Stacks.Runs.Data;

/// <summary>What recipes see of the documents of a stack. Pure.</summary>
internal static class StackDataOf
{
    /// <param name="documents">The documents.</param>
    /// <param name="context">The command.</param>
    public static StackData Command(StackDocuments documents, CommandContext context)
    {
        var names = documents.Layers.ToDictionary(layer => layer.LayerId, layer => layer.Shortname!);
        return new(context.Instance.Hostname!)
        {
            Stack = Stack(documents, names),
            Layers = [.. documents.Layers.Select(Layer)],
            Instances = [.. documents.Instances.Select(
                instance => InstanceData.Of(instance, names, documents.Published))],
            Apps = [.. documents.Apps.Select(app => AppData.Of(app, context, names))],
            Command = CommandData.Of(context, documents.Instances),
        };
    }

    private static StackInfo Stack(StackDocuments documents, IReadOnlyDictionary<string, string> layers) =>
        Stack(documents.Stack) with
        {
            Users = [.. documents.Users.Select(each => User(each.User, each.Permission))],
            Databases = [.. documents.Databases.Select(each => Database(each.Database, each.Password))],
            LoadBalancers = [.. documents.Balancers.Select(balancer => Balancer(balancer, layers))],
            EcsClusters = [.. documents.Clusters.Select(
                cluster => new EcsClusterInfo(cluster.EcsClusterName) { Arn = cluster.EcsClusterArn })],
        };

    // The login of the cookbooks' source is for the server alone.
    private static StackInfo Stack(Stack stack) => new(stack.Name!)
    {
        Id = stack.StackId,
        Arn = stack.Arn,
        Region = stack.Region,
        VpcId = stack.VpcId,
        UsesCustomCookbooks = stack.UseCustomCookbooks == true,
        CookbooksSource = SourceUrls.Filter(stack.CustomCookbooksSource) is not { Type: { } type } source ? null
            : new(EnumNames.Of(type)) { Url = source.Url, Username = source.Username, Revision = source.Revision },
    };

    private static LayerInfo Layer(Layer layer) => new(layer.Shortname!)
    {
        Id = layer.LayerId,
        DisplayName = layer.Name!,
        Type = EnumNames.Of(layer.Type),
        Packages = [.. layer.Packages ?? []],
        Volumes = [.. (layer.VolumeConfigurations ?? []).Select(Volume)],
        EcsClusterArn = layer.Attributes?.GetValueOrDefault("EcsClusterArn"),
    };

    private static VolumeInfo Volume(VolumeConfiguration volume) => new(volume.MountPoint)
    {
        Size = volume.Size,
        NumberOfDisks = volume.NumberOfDisks,
        RaidLevel = volume.RaidLevel,
        VolumeType = volume.VolumeType,
        Iops = volume.Iops,
        Encrypted = volume.Encrypted == true,
    };

    private static UserInfo User(UserProfile user, Permission permission) => new(user.SshUsername)
    {
        Arn = user.IamUserArn,
        SshPublicKey = user.SshPublicKey,
        IsAdministrator = permission.AllowSudo,
        HasRemoteAccess = permission.AllowSsh,
    };

    private static DatabaseInfo Database(RdsDbInstance database, string password) =>
        new(database.DbInstanceIdentifier ?? database.RdsDbInstanceArn)
        {
            Arn = database.RdsDbInstanceArn,
            Address = database.Address,
            Engine = database.Engine,
            Region = database.Region,
            User = database.DbUser,
            Password = password,
        };

    private static LoadBalancerInfo Balancer(
        ElasticLoadBalancer balancer, IReadOnlyDictionary<string, string> layers) =>
        new(balancer.ElasticLoadBalancerName)
        {
            DnsName = balancer.DnsName,
            Layer = layers.GetValueOrDefault(balancer.LayerId, ""),
        };
}
