using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

/// <summary>The common properties and actions of Execute and Script.</summary>
public abstract class CommandResource(string name) : Resource(name)
{
    /// <summary>The working directory. Default <c>/</c>.</summary>
    public string Cwd { get; set; } = "/";

    /// <summary>Environment variables to set in addition to those of the run. Default none.</summary>
    /// <example><code>e.Environment["RAILS_ENV"] = "production";</code></example>
    public IDictionary<string, string> Environment { get; } = new Dictionary<string, string>();

    /// <summary>A path. The command does not run when something exists there. Default none.</summary>
    public string? Creates { get; set; }

    /// <summary>The exit codes that mean success. Default 0 only.</summary>
    public IReadOnlyList<int> Returns { get; set; } = [0];

    /// <summary>The umask of the command, such as <c>"027"</c>. Default 022.</summary>
    public string? Umask { get; set; }

    /// <summary>The text that the command reads from standard input. Default nothing.</summary>
    public string? Input { get; set; }

    /// <summary>Runs the command. Always a change. The default action.</summary>
    public ResourceAction Run => Act(_ => [Step() with
    {
        Cwd = Cwd,
        Environment = new Dictionary<string, string>(Environment),
        Creates = Creates,
        Returns = Returns,
        Umask = Umask,
        Input = Input,
    }]);

    internal override CommandSurroundings Surroundings => new(Cwd, Umask, Environment.AsReadOnly());

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Run];

    private protected abstract CommandStep Step();
}
