using System.Text;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Discover;

/// <summary>
/// The shell that asks a machine for its facts, and the shell that finds out whether they still hold.
/// </summary>
internal static class FactsProgram
{
    /// <summary>The search path that the functions need, the same for every user.</summary>
    public const string Path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private const string Shared = "facts_awk";

    private static readonly string[] Files = ["shared", "machine", "boot", "network", "mounts", "login"];

    private static readonly Group[] Verified =
    [
        new(FactGroups.Machine, "machine_facts"),
        new(FactGroups.Network, "network_facts"),
        new(FactGroups.Mounts, "mount_facts"),
        new(FactGroups.Boot, "volatile_facts"),
    ];

    private static readonly Dictionary<string, string> Parts = Split(Embedded());

    /// <summary>Every function of facts/*.sh, without comments.</summary>
    public static string Functions => string.Concat(Parts.Values);

    /// <summary>
    /// The whole discovery program. It is one command, so half of it runs nothing; it prints markers, since a login
    /// shell may print too.
    /// </summary>
    public static string Discovery { get; } = $$"""
        {
        login_path=${PATH-}
        PATH={{Path}}
        LC_ALL=C
        export PATH LC_ALL
        unset CDPATH ENV BASH_ENV POSIXLY_CORRECT IFS
        {{Functions}}printf '\n%s\n' '{{FactsReader.Begin}}'
        machine_facts
        volatile_facts
        network_facts
        mount_facts
        login_facts
        printf '%s\n' '{{FactsReader.End}}'
        exit 0
        } </dev/null

        """;

    /// <summary>The functions that <see cref="Verification"/> of these groups calls, and no others.</summary>
    public static string FunctionsFor(FactGroups groups) => Chosen(groups) is { Count: > 0 } chosen
        ? Parts[Shared] + string.Concat(chosen.Select(group => Parts[group.Function]))
        : "";

    /// <summary>What the function of one group prints while these facts hold.</summary>
    public static string Expected(Facts facts, FactGroups single) => string.Join('\n', facts.Values.Keys
        .Where(key => Facts.GroupOf(key) == single)
        .Select(key => FactsReader.Line(key, facts.Values[key])));

    /// <summary>
    /// A shell condition, true while the facts of these groups hold. <c>:</c> when there is nothing to verify.
    /// </summary>
    public static string Verification(Facts facts, FactGroups groups) => Chosen(groups) is { Count: > 0 } chosen
        ? string.Join(
            " && ",
            chosen.Select(group => $"[ \"$({group.Function})\" = {AnyBytes.Quote(Expected(facts, group.Facts))} ]"))
        : ":";

    /// <summary>The functions that tell the facts of these groups.</summary>
    public static IReadOnlyList<string> FunctionNames(FactGroups groups) =>
        [.. Chosen(groups).Select(group => group.Function)];

    private static List<Group> Chosen(FactGroups groups) => [.. Verified.Where(group => (groups & group.Facts) != 0)];

    // A part of facts/*.sh is named by its first line and ends with "}" in the first column; the shared awk ends with
    // "}'".
    private static Dictionary<string, string> Split(string text)
    {
        var parts = new Dictionary<string, string>();
        var part = new StringBuilder();
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && !line.TrimStart().StartsWith('#')))
        {
            part.Append(line.TrimStart()).Append('\n');
            if (line is not ("}" or "}'"))
            {
                continue;
            }

            var whole = part.ToString();
            if (line == (whole.StartsWith(Shared, StringComparison.Ordinal) ? "}'" : "}") && Balanced(whole))
            {
                parts[whole[..whole.IndexOfAny(['(', '='])]] = whole;
                part.Clear();
            }
        }

        return parts;
    }

    // A "}" within the quotes of an awk program ends a function of awk, not one of the shell.
    private static bool Balanced(string part) => part.Count(c => c == '\'') % 2 == 0;

    private static string Embedded() => string.Concat(
        Files.Select(group => ShellParts.Read($"facts_{group}")));

    private sealed record Group(FactGroups Facts, string Function);
}
