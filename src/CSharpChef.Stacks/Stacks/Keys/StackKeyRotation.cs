namespace CSharpChef.Stacks.Stacks.Keys;

/// <summary>The former keys of a stack, and the machines that may still accept them.</summary>
internal sealed record StackKeyRotation
{
    /// <summary>sshd ends a login after six keys that it does not know.</summary>
    public const int MostFormerKeys = 4;

    /// <summary>The former keys, the newest first.</summary>
    public required IReadOnlyList<StackKey> FormerKeys { get; init; }

    /// <summary>
    /// Why the last try to give the machine of an instance the new key failed, by the id of the instance; null before
    /// the first try.
    /// </summary>
    public required IReadOnlyDictionary<string, string?> Waiting { get; init; }

    /// <summary>The rotation after a key has become a former one.</summary>
    /// <param name="current">The rotation before; null for none.</param>
    /// <param name="former">The key.</param>
    /// <param name="machines">The ids of the instances whose machines accept it.</param>
    /// <returns>Null when no machine accepts a former key.</returns>
    public static StackKeyRotation? With(
        StackKeyRotation? current, StackKey former, IReadOnlyCollection<string> machines) => machines.Count == 0
        ? null
        : new()
        {
            FormerKeys = [former, .. current?.FormerKeys ?? []],
            Waiting = machines.ToDictionary(id => id, _ => (string?)null),
        };

    /// <summary>The rotation after a try failed.</summary>
    public StackKeyRotation WithProblem(string instanceId, string problem) => this with
    {
        Waiting = Waiting.ToDictionary(pair => pair.Key, pair => pair.Key == instanceId ? problem : pair.Value),
    };

    /// <summary>The rotation after a machine accepts the new key only, or is gone; null after the last one.</summary>
    public StackKeyRotation? Without(string instanceId) =>
        Waiting.Where(pair => pair.Key != instanceId).ToDictionary() is { Count: > 0 } others
            ? this with { Waiting = others }
            : null;
}
