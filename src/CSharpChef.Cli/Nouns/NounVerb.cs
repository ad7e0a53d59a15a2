using System.Text.Json.Nodes;
using CSharpChef.Client.Calls;
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

    /// <summary>The only member of the answer that is printed; null for all.</summary>
    public string? Prints { get; init; }

    /// <summary>
    /// The name and the words of the first argument, when it takes only some of those of its member.
    /// </summary>
    public (string Name, IReadOnlyList<string> Words)? Choice { get; init; }

    /// <summary>A member that the verb itself sets.</summary>
    public (string Member, JsonNode Value)? Fixed { get; init; }

    /// <summary>Default values of members, from the request.</summary>
    public IReadOnlyDictionary<string, Func<JsonObject, JsonNode?>> Defaults { get; init; } =
        new Dictionary<string, Func<JsonObject, JsonNode?>>();

    /// <summary>The operation that --wait polls after the answer.</summary>
    public PolledRecord? Polled { get; init; }

    /// <summary>The question to ask before a request is sent; its result is null when none is needed.</summary>
    public Func<ApiClient, JsonObject, CancellationToken, Task<string?>>? Question { get; init; }

    /// <summary>True when items are printed one after the other, with all their members.</summary>
    public bool ShowsAllMembers => Name is "summary" or "me" || Name.StartsWith("show", StringComparison.Ordinal);

    public bool Removes => Operation.StartsWith("Delete", StringComparison.Ordinal)
        || Operation.StartsWith("Deregister", StringComparison.Ordinal);

    /// <summary>True when --watch makes sense, since the answer changes by itself.</summary>
    public bool CanBeWatched => Operation is "DescribeStacks" or "DescribeStackSummary" or "DescribeInstances"
        or "DescribeDeployments" or "DescribeDeploymentDetails" or "DescribeCommandDetails";
}
