using System.Text.RegularExpressions;

namespace CSharpChef.Recipes.Steps;

/// <summary>Runs a command that the recipe's author wrote. Always a change.</summary>
/// <param name="Name">The name of the command in the run's output.</param>
/// <param name="Code">The text that the interpreter reads; it is not changed on the way.</param>
public sealed partial record CommandStep(string Name, string Code) : Step
{
    internal const string Run = "run";

    /// <inheritdoc />
    public override Subject Subject => new("command", Name);

    /// <summary>The program that reads the code from a file. When null, <c>sh -c</c> runs it.</summary>
    public string? Interpreter { get; init; }

    /// <summary>The working directory.</summary>
    public string Cwd { get; init; } = "/";

    /// <summary>Environment variables to set.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>A path. The command does not run when something exists there.</summary>
    public string? Creates { get; init; }

    /// <summary>The exit codes that mean success.</summary>
    public IReadOnlyList<int> Returns { get; init; } = [0];

    /// <summary>The umask of the command, such as <c>027</c>.</summary>
    public string? Umask { get; init; }

    /// <summary>The text that the command reads from standard input.</summary>
    public string? Input { get; init; }

    internal override IEnumerable<string?> Texts =>
        [Name, Code, Interpreter, Cwd, .. Environment.Keys, .. Environment.Values, Creates, Umask, Input];

    internal override void Validate()
    {
        Require.Text(Code, "a command");
        Require.Path(Cwd);
        if (Creates is { } creates)
        {
            Require.Path(creates);
        }

        if (Environment.Keys.FirstOrDefault(name => !VariableName().IsMatch(name)) is { } wrong)
        {
            throw new RecipeException($"\"{wrong}\" cannot be the name of an environment variable");
        }

        if (Umask is { } umask && !OctalUmask().IsMatch(umask))
        {
            throw new RecipeException($"the umask \"{umask}\" is not octal: write it like \"027\"");
        }

        if (Returns.Count == 0)
        {
            throw new RecipeException("Returns is empty, so that every exit code would be a failure");
        }

        foreach (var code in Returns)
        {
            if (code is < 0 or > 255)
            {
                throw new RecipeException($"Returns has {code}, which no command ends with: exit codes are 0 to 255");
            }
        }

        Require.NoNul([Input], "Input");
        Require.NoNul([Interpreter], "Interpreter");
        foreach (var (name, value) in Environment)
        {
            Require.NoNul([value], $"the environment variable {name}");
            Require.FitsArgument(
                $"{name}={value}", $"the environment variable {name}", "pass the text as Input, or in a file");
        }
    }

    internal override Step Redacted() => this with
    {
        Name = Redaction.Mask,
        Code = Redaction.Mask,
        Input = Redaction.Of(Input),
        Environment = Redaction.Of(Environment),
    };

    internal override bool Contradicts(Step other) => false;

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex VariableName();

    [GeneratedRegex(@"^[0-7]{3,4}\z")]
    private static partial Regex OctalUmask();
}
