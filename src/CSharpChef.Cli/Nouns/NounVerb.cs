using System.Text.Json.Nodes;
using CSharpChef.Client.Polling;

namespace CSharpChef.Cli.Nouns;

/// <summary>What can be done with a noun: an operation of the API under a shorter name.</summary>
/// <param name="Arguments">Members that are given without an option's name, in this order.</param>
internal sealed record NounVerb(string Name, string Operation, params string[] Arguments)
{
    /// <summary>When a list of its own is shown.</summary>
    public string? Columns { get; init; }

    /// <summary>A member that the verb itself says.</summary>
    public (string Member, JsonNode Value)? Fixed { get; init; }

    /// <summary>What members are when nobody says: a word, or what another member is.</summary>
    public IReadOnlyDictionary<string, Func<JsonObject, JsonNode?>> Usual { get; init; } = new Dictionary<string, Func<JsonObject, JsonNode?>>();

    /// <summary>When it takes its time after the answer.</summary>
    public Following? Then { get; init; }

    /// <summary>Items one after the other, with all they have.</summary>
    public bool IsWhole => Name is "summary" or "me" || Name.StartsWith("show", StringComparison.Ordinal);

    public bool Removes => Operation.StartsWith("Delete", StringComparison.Ordinal)
        || Operation.StartsWith("Deregister", StringComparison.Ordinal);

    /// <summary>Its answer changes while one looks.</summary>
    public bool CanBeWatched => Operation is "DescribeStacks" or "DescribeStackSummary" or "DescribeInstances"
        or "DescribeDeployments" or "DescribeCommands";
}
