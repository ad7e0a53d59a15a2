using System.Text.RegularExpressions;

namespace CSharpChef.Recipes.Steps;

/// <summary>
/// A cron entry exists or does not exist: a file in <c>/etc/cron.d</c>, or a block in the user's crontab where cron
/// does not read that folder.
/// </summary>
/// <param name="Name">The name of the entry.</param>
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
        Require.Text(Name, "the name of a cron entry");
        Require.Accounts(User);
        if (User.All(char.IsAsciiDigit))
        {
            throw new RecipeException($"cron does not know the user \"{User}\" by number: set User to a name");
        }

        foreach (var (name, value) in Environment)
        {
            ValidateVariable(name, value);
        }
    }

    internal override Step Redacted() => this with
    {
        Command = Redaction.Mask,
        Environment = Redaction.Of(Environment),
    };

    internal override bool Contradicts(Step other) => !Equals(other);

    private static void ValidateVariable(string name, string value)
    {
        if (!VariableName().IsMatch(name))
        {
            throw new RecipeException($"Environment: \"{name}\" cannot be the name of a variable");
        }

        if (name == "LOGNAME")
        {
            throw new RecipeException("Environment: cron itself sets LOGNAME, to the user of the entry: set User");
        }

        if (value.AsSpan().IndexOfAny('\n', '\r') >= 0)
        {
            throw new RecipeException($"Environment: the value of {name} has more than one line, which cron cannot hold");
        }
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex VariableName();
}
