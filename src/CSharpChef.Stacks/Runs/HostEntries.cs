using CSharpChef.Stacks.Instances;

namespace CSharpChef.Stacks.Runs;

/// <summary>The entries of <c>/etc/hosts</c> for the instances of a stack, as OpsWorks kept them. Pure.</summary>
internal static class HostEntries
{
    /// <summary>
    /// One line for each private address of an online instance with its hostname, and one for each public address with
    /// the hostname and <c>-ext</c>.
    /// </summary>
    public static string Of(CommandContext context) => string.Join('\n', Lines(context));

    private static IEnumerable<string> Lines(CommandContext context) =>
        context.Members.OrderBy(member => member.Hostname, StringComparer.Ordinal).SelectMany(Lines)
            .DefaultIfEmpty($"127.0.1.1 {context.Instance.Hostname}");

    private static IEnumerable<string> Lines(Instance member)
    {
        if (member.PrivateIp is { } address)
        {
            yield return $"{address} {member.Hostname}";
        }

        if (member.PublicIp is { } publicAddress)
        {
            yield return $"{publicAddress} {member.Hostname}-ext";
        }
    }
}
