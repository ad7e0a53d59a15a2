namespace CSharpChef.Recipes;

/// <summary>The data of a stack as the data bags that OpsWorks gave to recipes.</summary>
internal static class OpsWorksBags
{
    private const string Prefix = "aws_opsworks_";

    private static readonly Dictionary<string, Func<StackData, IEnumerable<BagItem>>> Bags = new()
    {
        ["aws_opsworks_app"] = data => data.Apps.Select(OpsWorksApps.Of),
        ["aws_opsworks_command"] = data => [OpsWorksItems.Command(data)],
        ["aws_opsworks_ecs_cluster"] = data => data.Stack.EcsClusters.Select(OpsWorksItems.Cluster),
        ["aws_opsworks_elastic_load_balancer"] =
            data => data.Stack.LoadBalancers.Select(balancer => OpsWorksItems.Balancer(data, balancer)),
        ["aws_opsworks_instance"] =
            data => data.Instances.Select(instance => OpsWorksInstances.Of(data, instance)),
        ["aws_opsworks_layer"] = data => data.Layers.Select(OpsWorksItems.Layer),
        ["aws_opsworks_rds_db_instance"] = data => data.Stack.Databases.Select(OpsWorksItems.Database),
        ["aws_opsworks_stack"] = data => [OpsWorksItems.Stack(data.Stack)],
        ["aws_opsworks_user"] = data => data.Stack.Users.Select(OpsWorksItems.User),
    };

    /// <summary>Whether OpsWorks used the name of a data bag.</summary>
    public static bool IsOne(string bag) => bag.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The items of a data bag, in the order of their names.</summary>
    /// <exception cref="RecipeException">There is no such data bag.</exception>
    public static IReadOnlyList<DataBagItem> Of(StackData data, string bag) =>
        Bags.TryGetValue(bag, out var items)
            ? [.. items(data).OrderBy(item => item.Name, StringComparer.Ordinal).Select(item => New(bag, item))]
            : throw new RecipeException($"there is no data bag \"{bag}\"{Nearest.Question(bag, Bags.Keys)}");

    /// <exception cref="RecipeException">There is no such data bag or item.</exception>
    public static DataBagItem Item(StackData data, string bag, string name)
    {
        var items = Of(data, bag);
        return items.FirstOrDefault(item => item.Name == name) ?? throw new RecipeException(
            $"the data bag {bag} has no item \"{name}\"{Nearest.Question(name, items.Select(item => item.Name))}");
    }

    private static DataBagItem New(string bag, BagItem item)
    {
        item.Values.Insert(0, "id", item.Name);
        return new(bag, item.Name, item.Values, _ => null, isEncrypted: true);
    }
}
