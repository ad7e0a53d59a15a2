using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Discover;

/// <summary>
/// The shell program that prints the facts of a node, and the shell condition that verifies known facts.
/// </summary>
internal static class FactsProgram
{
    /// <summary>The PATH of the functions, the same for every user.</summary>
    public const string Path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static readonly Group[] Verified =
    [
        new(FactGroups.Machine, "facts_machine", "machine_facts"),
        new(FactGroups.Network, "facts_network", "network_facts"),
        new(FactGroups.Mounts, "facts_mounts", "mount_facts"),
        new(FactGroups.Boot, "facts_boot", "boot_facts"),
    ];

    /// <summary>All functions of facts/*.sh.</summary>
    public static string Functions =>
        ShellParts.CodeOf([.. Verified.Select(group => group.Part), "facts_login"]);

    /// <summary>
    /// The whole discovery program. It is one command, so that a truncated program runs nothing; it prints markers,
    /// since a login shell may print too.
    /// </summary>
    public static string Discovery { get; } = $$"""
        {
        login_path=${PATH-}
        PATH={{Path}}
        LC_ALL=C
        export PATH LC_ALL
        unset CDPATH ENV BASH_ENV POSIXLY_CORRECT IFS
        {{Functions}}printf '\n%s\n' {{ShellQuote.Word(FactsReader.Begin)}}
        machine_facts && boot_facts && network_facts && mount_facts && login_facts ||
            printf '%s\n' {{ShellQuote.Word(FactsReader.Failed)}}
        printf '%s\n' {{ShellQuote.Word(FactsReader.End)}}
        exit 0
        } </dev/null

        """;

    /// <summary>The parts with the functions that <see cref="Verification"/> of these groups calls.</summary>
    public static IEnumerable<string> PartNames(FactGroups groups) => Chosen(groups).Select(group => group.Part);

    /// <summary>The output of the function of one group while these facts are true.</summary>
    public static string ExpectedOutput(Facts facts, FactGroups single) => string.Join('\n', facts.Values.Keys
        .Where(key => Facts.GroupOf(key) == single)
        .Select(key => FactsReader.Line(key, facts.Values[key])));

    /// <summary>
    /// A shell condition, true while the facts of these groups are unchanged; <c>:</c> when no group is to be verified.
    /// </summary>
    public static string Verification(Facts facts, FactGroups groups) => Chosen(groups) is { Count: > 0 } chosen
        ? string.Join(
            " && ",
            chosen.Select(group => $"[ \"$({group.Function})\" = {ShellQuote.Word(ExpectedOutput(facts, group.Facts))} ]"))
        : ":";

    /// <summary>The functions that print the facts of these groups.</summary>
    public static IReadOnlyList<string> FunctionNames(FactGroups groups) =>
        [.. Chosen(groups).Select(group => group.Function)];

    private static List<Group> Chosen(FactGroups groups) => [.. Verified.Where(group => (groups & group.Facts) != 0)];

    private sealed record Group(FactGroups Facts, string Part, string Function);
}
