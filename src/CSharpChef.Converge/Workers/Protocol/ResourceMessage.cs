using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Workers.Protocol;

/// <summary>A resource: its values, and what its actions return.</summary>
/// <param name="Number">Identifies the resource in the run, from 1.</param>
/// <param name="Word">The word that declares it, such as CookbookFile.</param>
/// <param name="Name">Its name.</param>
internal sealed record ResourceMessage(int Number, string Word, string Name)
{
    public required string? Recipe { get; init; }

    public required SourceLocation At { get; init; }

    public required bool IgnoreFailure { get; init; }

    public required int Retries { get; init; }

    public required TimeSpan RetryDelay { get; init; }

    public required TimeSpan? Timeout { get; init; }

    public required string? RunAs { get; init; }

    public required bool Sensitive { get; init; }

    public required bool IsMessage { get; init; }

    public required bool IsNamedByCommand { get; init; }

    public required CommandSurroundings? Surroundings { get; init; }

    public required IReadOnlyList<Guard> Guards { get; init; }

    public required IReadOnlyList<NotificationMessage> Notifications { get; init; }

    /// <summary>The names of the actions that run in the order of the plan.</summary>
    public required IReadOnlyList<string> Scheduled { get; init; }

    /// <summary>The error of asking for these actions.</summary>
    public required string? ScheduledError { get; init; }

    /// <summary>The actions that may run.</summary>
    public required IReadOnlyList<ActionMessage> Actions { get; init; }

    /// <summary>The message for the author about a property without effect.</summary>
    public required string? UselessProperty { get; init; }
}

/// <summary>An action of another resource, or of the same one, that runs after a change.</summary>
internal sealed record NotificationMessage(int Resource, string Action, Timing Timing);

/// <summary>An action: its steps, or the error of asking for them.</summary>
internal sealed record ActionMessage(string Name, IReadOnlyList<Step>? Steps, string? Error);
