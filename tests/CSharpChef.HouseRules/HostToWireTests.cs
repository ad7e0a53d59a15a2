using System.Text.RegularExpressions;
using CSharpChef.TestSupport;

namespace CSharpChef.HouseRules;

/// <summary>The chain of types that docs/architecture.md draws from a host to the wire.</summary>
public sealed class HostToWireTests
{
    private const int MostBetween = 8;

    private static readonly string[] chain = Chain();

    [Fact]
    public void From_FleetRun_to_the_session_of_the_ssh_library_a_reader_passes_at_most_eight_types()
    {
        Assert.Equal("FleetRun", chain[0]);
        Assert.InRange(chain.Length - 1, 1, MostBetween);
        Assert.Contains("Renci.SshNet", TextOf(chain[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_type_of_the_chain_names_the_next_one_or_an_interface_that_the_next_one_implements() =>
        Findings.AssertNone(chain.Zip(chain.Skip(1))
            .Where(pair => !NamesOf(pair.Second).Any(name => Names(pair.First, name)))
            .Select(pair => $"{pair.First} does not use {pair.Second}"));

    private static string[] Chain()
    {
        var page = File.ReadAllText(SourceTree.PathOf("docs/architecture.md"));
        var block = Regex.Match(page, "```chain\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        return [.. block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])];
    }

    private static IEnumerable<string> NamesOf(string type) =>
        Regex.Match(TextOf(type), $@"class {type}\b[^{{]*?:\s*(I[A-Z]\w+)") is { Success: true } implemented
            ? [type, implemented.Groups[1].Value]
            : [type];

    private static bool Names(string type, string other) => Regex.IsMatch(TextOf(type), $@"\b{other}\b");

    private static string TextOf(string type) =>
        SourceTree.In("Converge").Single(file => file.Name == type).Text;
}
