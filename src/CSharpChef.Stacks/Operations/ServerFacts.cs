using CSharpChef.Stacks.Operations.Requests;

namespace CSharpChef.Stacks.Operations;

/// <summary>The facts about this server that operations use.</summary>
internal sealed record ServerFacts
{
    /// <summary>What the server does not do yet, for descriptions and messages.</summary>
    public const string RecordsOnly =
        "The server keeps records only: it does not start machines or run commands on them yet.";

    /// <summary>The account number in ARNs: twelve digits.</summary>
    public required string Account { get; init; }

    public Limits Limits { get; init; } = new();

    /// <summary>True when machines may have loopback addresses, as in tests.</summary>
    public bool AllowLoopbackMachines { get; init; }

    public SourceOptions Sources { get; init; } = new();

    /// <summary>The URL of the API for clients.</summary>
    public required string Url { get; init; }

    public string Version { get; init; } = typeof(ServerFacts).Assembly.GetName().Version!.ToString(3);
}
