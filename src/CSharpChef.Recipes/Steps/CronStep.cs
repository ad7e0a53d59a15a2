using System.Text.RegularExpressions;

namespace CSharpChef.Recipes;

/// <summary>
/// A cron entry exists or does not exist: a file in <c>/etc/cron.d</c>, or a block in the user's crontab where cron
/// does not read that folder.
/// </summary>
/// <param name="Name">The name of the entry: letters, digits, <c>_</c> and <c>-</c>.</param>
public sealed partial record CronStep(string Name) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("cron", Name);

    /// <summary>Five fields, or a word such as <c>@daily</c>.</summary>
    public string Schedule { get; init; } = "";

    /// <summary>The command that cron runs.</summary>
    public string Command { get; init; } = "";

    /// <summary>The user that the command runs as.</summary>
    public string User { get; init; } = "root";

    /// <summary>Environment variables of the entry.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the entry must exist. When false, it is removed.</summary>
    public bool Present { get; init; } = true;

    internal override IEnumerable<string?> Texts =>
        [Name, Schedule, Command, User, .. Environment.Keys, .. Environment.Values];

    internal override void Validate()
    {
        // cron ignores files in /etc/cron.d with any other character in their name.
        if (!EntryName().IsMatch(Name))
        {
            throw new RecipeException($"the name \"{Name}\" of a cron entry may have letters, digits, _ and - only");
        }

        Require.Accounts(User);
    }

    internal override Step Redacted() => this with
    {
        Command = Redaction.Mask,
        Environment = Redaction.Of(Environment),
    };

    internal override bool Contradicts(Step other) => !Equals(other);

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z")]
    private static partial Regex EntryName();
}
