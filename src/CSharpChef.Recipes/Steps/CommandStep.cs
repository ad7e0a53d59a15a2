namespace CSharpChef.Recipes;

/// <summary>A command of the recipe's author runs; it is always a change.</summary>
/// <param name="Name">What the run calls it.</param>
/// <param name="Code">The text for the interpreter; it passes through untouched.</param>
public sealed record CommandStep(string Name, string Code) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("command", Name);

    /// <summary>The program that reads the code from a file. Null runs it by <c>sh -c</c>.</summary>
    public string? Interpreter { get; init; }

    /// <summary>The working directory.</summary>
    public string Cwd { get; init; } = "/";

    /// <summary>Environment variables to set.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>A path; when something is there, the command does not run.</summary>
    public string? Creates { get; init; }

    /// <summary>The exit codes that mean success.</summary>
    public IReadOnlyList<int> Returns { get; init; } = [0];

    /// <summary>The umask of the command, such as <c>027</c>.</summary>
    public string? Umask { get; init; }

    /// <summary>What the command reads from its standard input.</summary>
    public string? Input { get; init; }
}
