using System.Text.Json;

namespace CSharpChef.Cli.Nouns.Requests;

/// <summary>Names of members as options: <c>CustomJson</c> is <c>custom-json</c>.</summary>
internal static class MemberName
{
    public static string Kebab(string member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member);

    public static string Upper(string member) => Short(member).Replace('-', '_').ToUpperInvariant();

    public static bool Fits(string member, string typed) =>
        member.Equals(typed.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The short name, for members that accept a name as well: <c>stack</c> for <c>StackId</c>, <c>user</c> for
    /// <c>IamUserArn</c>.
    /// </summary>
    public static string Short(string member) => Kebab(member) switch
    {
        "iam-user-arn" or "iam-user-arns" => "user",
        "ips" => "elastic-ip",
        var name when name.EndsWith("-ids", StringComparison.Ordinal) => name[..^4],
        var name when name.EndsWith("-id", StringComparison.Ordinal) => name[..^3],
        var name => name,
    };
}
