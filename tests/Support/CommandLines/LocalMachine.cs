using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.TestSupport.CommandLines;

/// <summary>
/// A folder of cookbooks, and a folder that their recipes may change: the attribute <c>dir</c>. Runs on this machine
/// exclude each other, so tests with runs are one collection.
/// </summary>
internal sealed class LocalMachine : IDisposable
{
    public const string Name = "local machine";

    public LocalMachine()
    {
        Directory.CreateDirectory(Dir);
        Cookbooks.With("dir.json", $$"""{ "dir": "{{Dir}}" }""");
    }

    public CookbookFolder Cookbooks { get; } = new();

    public string Dir => Cookbooks["machine"];

    public string this[string name] => Path.Combine(Dir, name);

    public LocalMachine Recipe(string name, string code)
    {
        Cookbooks.With(name, $"string dir = Node[\"dir\"];\n{code}");
        return this;
    }

    public Task<CommandOutcome> ConvergeAsync(string recipe, params string[] more) =>
        RunAsync("converge", recipe, more);

    public Task<CommandOutcome> RunAsync(string verb, string recipe, params string[] more) => CommandLine.RunAsync(
        [
            .. verb.Split(' '),
            "local",
            "-r",
            recipe,
            "--cookbooks",
            Cookbooks.Root,
            "--attributes",
            Cookbooks["dir.json"],
            "--no-sudo",
            .. more
        ]);

    public void Dispose() => Cookbooks.Dispose();
}
