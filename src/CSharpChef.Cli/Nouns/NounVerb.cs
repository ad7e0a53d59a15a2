using System.Text.Json.Nodes;
using CSharpChef.Client.Polling;

namespace CSharpChef.Cli.Nouns;

/// <summary>A verb of a noun: an operation of the API under a shorter name.</summary>
/// <param name="Arguments">Members that are arguments instead of options, in this order.</param>
internal sealed record NounVerb(string Name, string Operation, params string[] Arguments)
{
    /// <summary>The description of the verb. Default: that of the operation.</summary>
    public string? Description { get; init; }

    /// <summary>Columns for this verb alone.</summary>
    public string? Columns { get; init; }

    /// <summary>A member that the verb itself sets.</summary>
    public (string Member, JsonNode Value)? Fixed { get; init; }

    /// <summary>Default values of members, from the request.</summary>
    public IReadOnlyDictionary<string, Func<JsonObject, JsonNode?>> Defaults { get; init; } =
        new Dictionary<string, Func<JsonObject, JsonNode?>>();

    /// <summary>The operation that --wait polls after the answer.</summary>
    public PolledRecord? Polled { get; init; }

    /// <summary>True when items are printed one after the other, with all their members.</summary>
    public bool ShowsAllMembers => Name is "summary" or "me" || Name.StartsWith("show", StringComparison.Ordinal);

    public bool Removes => Operation.StartsWith("Delete", StringComparison.Ordinal)
        || Operation.StartsWith("Deregister", StringComparison.Ordinal);

    /// <summary>True for a verb that has no effect until the server runs machines.</summary>
    public bool StartsMachines => Operation is "StartInstance" or "StartStack";

    /// <summary>True when --watch makes sense, since the answer changes by itself.</summary>
    public bool CanBeWatched => Operation is "DescribeStacks" or "DescribeStackSummary" or "DescribeInstances"
        or "DescribeDeployments" or "DescribeCommands";
}
