namespace CSharpChef.Recipes;

/// <summary>
/// A cron entry exists or does not: a file of its own in <c>/etc/cron.d</c>, or where cron has no such
/// folder a block in the user's table.
/// </summary>
/// <param name="Name">The entry's name, of letters, digits, <c>_</c> and <c>-</c>.</param>
public sealed record CronStep(string Name) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("cron", Name);

    /// <summary>The five fields or a word such as <c>@daily</c>.</summary>
    public string Schedule { get; init; } = "";

    /// <summary>What cron runs.</summary>
    public string Command { get; init; } = "";

    /// <summary>The user it runs as.</summary>
    public string User { get; init; } = "root";

    /// <summary>Environment variables of the entry.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>False when the entry shall not be there.</summary>
    public bool Present { get; init; } = true;
}
