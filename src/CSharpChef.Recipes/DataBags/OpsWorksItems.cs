using System.Globalization;
using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>The items of the smaller data bags of OpsWorks.</summary>
internal static class OpsWorksItems
{
    public static BagItem Stack(StackInfo stack) => new(stack.Id, new JsonObject
    {
        ["stack_id"] = stack.Id,
        ["name"] = stack.Name,
        ["arn"] = stack.Arn,
        ["region"] = stack.Region,
        ["vpc_id"] = stack.VpcId,
        ["use_custom_cookbooks"] = stack.UsesCustomCookbooks,
        ["custom_cookbooks_source"] =
            stack.CookbooksSource is { } source ? OpsWorksApps.Source(source, "username") : null,
    });

    public static BagItem Layer(LayerInfo layer) => new(layer.Name, new JsonObject
    {
        ["layer_id"] = layer.Id,
        ["name"] = layer.DisplayName,
        ["shortname"] = layer.Name,
        ["type"] = layer.Type,
        ["packages"] = BagItem.List(layer.Packages),
        ["volume_configurations"] = new JsonArray([.. layer.Volumes.Select(Volume)]),
        ["ecs_cluster_arn"] = layer.EcsClusterArn,
    });

    public static BagItem Command(StackData data) => new(data.Command.Id, new JsonObject
    {
        ["command_id"] = data.Command.Id,
        ["type"] = data.Command.Type,
        ["args"] = new JsonObject(data.Command.Args.Select(
            pair => KeyValuePair.Create(pair.Key, (JsonNode?)BagItem.List(pair.Value)))),
        ["sent_at"] = data.Command.SentAt.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture),
        ["instance_id"] = data.Own.Id,
        ["iam_user_arn"] = data.Command.StartedBy,
    });

    // The server does not choose the ids of accounts: unix_user_id is null.
    public static BagItem User(UserInfo user) => new(user.Username, new JsonObject
    {
        ["iam_user_arn"] = user.Arn,
        ["username"] = user.Username,
        ["unix_user_id"] = null,
        ["ssh_public_key"] = user.SshPublicKey,
        ["administrator_privileges"] = user.IsAdministrator,
        ["remote_access"] = user.HasRemoteAccess,
    });

    public static BagItem Database(DatabaseInfo database) => new(database.Name, new JsonObject
    {
        ["rds_db_instance_arn"] = database.Arn,
        ["db_instance_identifier"] = database.Name,
        ["db_user"] = database.User,
        ["db_password"] = database.Password,
        ["address"] = database.Address,
        ["port"] = database.Port,
        ["engine"] = database.Engine,
        ["region"] = database.Region,
    });

    public static BagItem Balancer(StackData data, LoadBalancerInfo balancer) => new(balancer.Name, new JsonObject
    {
        ["elastic_load_balancer_name"] = balancer.Name,
        ["dns_name"] = balancer.DnsName,
        ["layer_id"] = data.Find(balancer.Layer)?.Id,
    });

    public static BagItem Cluster(EcsClusterInfo cluster) => new(cluster.Name, new JsonObject
    {
        ["ecs_cluster_name"] = cluster.Name,
        ["ecs_cluster_arn"] = cluster.Arn,
    });

    private static JsonNode Volume(VolumeInfo volume) => new JsonObject
    {
        ["mount_point"] = volume.MountPoint,
        ["size"] = volume.Size,
        ["number_of_disks"] = volume.NumberOfDisks,
        ["raid_level"] = volume.RaidLevel,
        ["volume_type"] = volume.VolumeType,
        ["iops"] = volume.Iops,
        ["encrypted"] = volume.Encrypted,
    };
}
