using CSharpChef.Stacks.Operations.Requests;

namespace CSharpChef.Stacks.Operations;

/// <summary>The facts about this server that operations use.</summary>
internal sealed record ServerFacts
{
    /// <summary>The account number in ARNs: twelve digits.</summary>
    public required string Account { get; init; }

    public Limits Limits { get; init; } = new();

    /// <summary>True when machines may have loopback addresses, as in tests.</summary>
    public bool AllowLoopbackMachines { get; init; }

    public SourceOptions Sources { get; init; } = new();

    /// <summary>The names of the providers of machines that this server offers.</summary>
    public IReadOnlyCollection<string> Providers { get; init; } = [];

    /// <summary>The provider of stacks that name none; null when there is none.</summary>
    public string? DefaultProvider { get; init; }

    /// <summary>
    /// The wait of a command, by its id, for a turn to run on this server; null when it waits for none.
    /// </summary>
    public Func<string, CommandWait?> TurnOf { get; init; } = _ => null;

    /// <summary>The URL of the API for clients.</summary>
    public required string Url { get; init; }

    public string Version { get; init; } = typeof(ServerFacts).Assembly.GetName().Version!.ToString(3);
}
