namespace CSharpChef.Stacks.Stacks;

/// <summary>Formats and parses ARNs, the globally unique names that AWS clients expect.</summary>
internal static class Arn
{
    public static string Of(string noun, string region, string account, string id) =>
        $"arn:aws:opsworks:{region}:{account}:{noun}/{id}/";

    public static string OfUser(string account, string name) => $"arn:aws:iam::{account}:user/{name}";

    /// <summary>
    /// Returns the noun and id of an OpsWorks ARN, or null. Region and account are ignored: clients put their own
    /// there.
    /// </summary>
    public static (string Noun, string Id)? Parse(string arn) =>
        arn.Split(':', 6) is ["arn", _, "opsworks", _, _, var path]
            && path.TrimEnd('/').Split('/') is [var noun, var id] ? (noun, id) : null;
}
