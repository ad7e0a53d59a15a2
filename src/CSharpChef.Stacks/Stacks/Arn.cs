namespace CSharpChef.Stacks.Stacks;

/// <summary>Names that are unique everywhere, as clients expect them.</summary>
internal static class Arn
{
    public static string Of(string noun, string region, string account, string id) =>
        $"arn:aws:opsworks:{region}:{account}:{noun}/{id}/";

    public static string OfUser(string account, string name) => $"arn:aws:iam::{account}:user/{name}";

    /// <summary>The noun and id inside, whatever the region and account: clients put their own there.</summary>
    public static (string Noun, string Id)? Parse(string arn) =>
        arn.Split(':', 6) is ["arn", _, "opsworks", _, _, var path]
            && path.TrimEnd('/').Split('/') is [var noun, var id] ? (noun, id) : null;
}
